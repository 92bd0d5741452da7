/**
 * Graphs in which claims are joined through nodes of their own, as AIF and SADFace have them: a step (for or against)
 * leads from the claims that make it to the claim it is about, or to another step, which it then doubts or backs.
 */

import type { Stance, Target } from "#lib/arguments/view";
import { Counter, type FoundLink } from "#lib/maps/reading/gather";
import type { Losses } from "#lib/maps/reading/read-map";

export interface Step {
  id: string;
  /** Null: it says the same in other words, or prefers one to another, which no link here does. */
  stance: Stance | null;
  /** What a file of ours says that it aims at. */
  target?: Target;
}

export interface SchemeGraph {
  claims: ReadonlySet<string>;
  /** In the order of their age. */
  steps: Step[];
  edges: { from: string; to: string }[];
  /** Steps from a quotation to the claim that it stands under: which claim, and which of its quotations. */
  grounds?: ReadonlyMap<string, { claim: string; at: number }>;
  /** The claim that all is about, where it is known. */
  root?: string;
}

export interface Joined {
  /** The question's own claim; null where the graph has none, or several. */
  root: string | null;
  links: FoundLink[];
  losses: Losses;
}

interface Aimed extends FoundLink {
  step: string;
}

export function joined({ claims, steps, edges, grounds = new Map(), root }: SchemeGraph): Joined {
  const lost = new Counter();
  const into = Map.groupBy(edges, ({ to }) => to);
  const outOf = Map.groupBy(edges, ({ from }) => from);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const makersOf = (step: string) => (into.get(step) ?? []).map(({ from }) => from).filter((id) => claims.has(id));
  const links: Aimed[] = [];
  for (const step of steps) {
    if (grounds.has(step.id)) continue;
    const makers = makersOf(step.id);
    const aims = (outOf.get(step.id) ?? []).map(({ to }) => to).filter((id) => claims.has(id) || byId.has(id));
    const [aim] = aims;
    if (step.stance === null) lost.add("rephrase");
    else if (aim === undefined || aims.length > 1 || makers.length === 0) lost.add("loose");
    else {
      lost.add("linked", makers.length > 1 ? 1 : 0);
      const ground = grounds.get(aim);
      const parent = claims.has(aim) ? aim : (ground?.claim ?? makersOf(aim)[0]);
      const target = step.target ?? (claims.has(aim) ? "CLAIM" : ground ? "EVIDENCE" : "RELEVANCE");
      if (parent === undefined) lost.add("loose");
      else
        for (const child of makers)
          links.push({ step: step.id, child, parent, stance: step.stance, target, at: ground?.at ?? null });
    }
  }
  return { ...rooted(claims, placed(links, outOf, root), root, lost), losses: lost.losses };
}

/** The links with the place of the parent that they doubt, counted among the parent's own. */
function placed(links: Aimed[], outOf: ReadonlyMap<string, { to: string }[]>, root: string | undefined): FoundLink[] {
  const placesOf = Map.groupBy(links, ({ child }) => child);
  return links.map(({ step, ...link }) => {
    if (link.target !== "RELEVANCE" || link.parent === root) return link;
    const doubted = (outOf.get(step) ?? []).map(({ to }) => to);
    const at = placesOf.get(link.parent ?? "")?.findIndex((place) => doubted.includes(place.step)) ?? -1;
    return { ...link, at: at < 0 ? null : at };
  });
}

/** Hangs what leads nowhere on the question: the one claim that everything leads to is the question itself. */
export function rooted(
  claims: ReadonlySet<string>,
  links: FoundLink[],
  known: string | undefined,
  lost: Counter,
): { root: string | null; links: FoundLink[] } {
  const answering = new Set(links.map(({ child }) => child));
  const answered = new Set(links.flatMap(({ parent }) => parent ?? []));
  const tops = [...claims].filter((id) => !answering.has(id));
  const heads = tops.filter((id) => answered.has(id));
  const root = known ?? (heads.length === 1 ? heads[0] : tops.length === 1 ? tops[0] : undefined) ?? null;
  if (root !== null) {
    const below = links.filter(({ child }) => child !== root);
    return { root, links: below.map((link) => (link.parent === root ? { ...link, parent: null } : link)) };
  }
  lost.add("several-roots", heads.length);
  const hung = heads.map((child): FoundLink => ({ child, parent: null, stance: null, target: "CLAIM", at: null }));
  return { root, links: [...hung, ...links] };
}
