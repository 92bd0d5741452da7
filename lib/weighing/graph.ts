/** From a thread's links and ratings to the graph whose strengths are worked out. Pure. */
import type { Stance, Target } from "#lib/arguments/view";
import { type Counts, joined, weightOf } from "#lib/weighing/impact";
import type { Graph } from "#lib/weighing/network";

/** A living link between what can be read. */
export interface Joint {
  id: string;
  child: string;
  /** null: the question. */
  parent: string | null;
  stance: Stance;
  target: Target;
  /** The link whose relevance is answered. */
  aimedAt: string | null;
}

/** The thesis is the first claim of the graph; arguments follow in their order. */
export const THESIS = 0;

/**
 * A claim's base is what its ratings say, at all its places together; the thesis has none. Who answers the evidence
 * answers the claim, which stands on it. Who answers the relevance answers the step, as long as it is there; where that
 * step is an answer to a relevance itself, the claim that makes it.
 */
export function graphOf(ids: readonly string[], joints: readonly Joint[], counts: ReadonlyMap<string, Counts>): Graph {
  const places = new Map(ids.map((id, i) => [id, i + 1]));
  const placeOf = (id: string | null) => (id === null ? THESIS : (places.get(id) ?? THESIS));
  const known = new Map(joints.map((joint) => [joint.id, joint]));
  const isStep = ({ target, aimedAt }: Joint): boolean => {
    if (target !== "RELEVANCE") return true;
    const aim = known.get(aimedAt ?? "");
    return aim !== undefined && !isStep(aim);
  };
  const answers = joints.filter(isStep);
  const stepAt = new Map(answers.map(({ id }, i) => [id, i]));
  const given = Map.groupBy(joints, ({ child }) => child);
  const ratingsOf = (id: string) => joined((given.get(id) ?? []).flatMap((link) => [counts.get(link.id) ?? []]));
  return {
    base: [0.5, ...ids.map((id) => weightOf(ratingsOf(id)))],
    steps: answers.map(({ child, parent, stance }) => ({ from: placeOf(child), to: placeOf(parent), stance })),
    undercuts: joints.flatMap((joint) => {
      const step = stepAt.get(joint.aimedAt ?? "");
      const cuts = joint.target === "RELEVANCE" && !stepAt.has(joint.id) && step !== undefined;
      return cuts ? [{ from: placeOf(joint.child), step, stance: joint.stance }] : [];
    }),
  };
}
