/** A thread's strength: what follows for its thesis from what was said and how it was rated. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { sideOf } from "#lib/arguments/tree";
import type { Stance, ThreadTop } from "#lib/arguments/view";
import { db, pool } from "#lib/db";
import { mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { graphOf, type Joint, THESIS } from "#lib/weighing/graph";
import { networkOf } from "#lib/weighing/network";
import { listCounts } from "#lib/weighing/queries";
import { type Method, SEMANTICS } from "#lib/weighing/semantics";
import { rootWithout, strengthsOf } from "#lib/weighing/strength";

/** By either method, from 0 to 1. */
export type Strength = Record<Method, number>;

export interface Change {
  argument: { id: string; number: number; claim: string; side: Stance };
  strength: Strength;
  /** How strong the thesis would be without it. */
  without: Strength;
}

export interface LensView {
  thread: ThreadTop;
  /** What is shown to be strong or weak: the question's declarative form, or the question. */
  thesis: string;
  strength: Strength;
  /** How many arguments counted. */
  counted: number;
  /** Those whose withdrawal would move the thesis most, by quadratic energy. */
  changes: Change[];
}

/** As many as one reads; what follows moves little. */
const CHANGES = 12;

/** Links between what can be read. */
const JOINTS = `
  SELECT l.id, l.child_id AS child, l.parent_id AS parent, l.stance, l.target, l.target_link_id AS "aimedAt"
  FROM links l JOIN visible_arguments a ON a.id = l.child_id LEFT JOIN visible_arguments p ON p.id = l.parent_id
  WHERE l.thread_id = $1 AND l.ended_at IS NULL AND (l.parent_id IS NULL OR p.id IS NOT NULL)`;

/** @throws Missing */
export async function getLens(viewer: Viewer, slug: string): Promise<LensView> {
  const bones = await readBones(viewer, { slug });
  if (mustPostFirst(viewer, bones.thread.id)) throw new Missing();
  const [{ rows: joints }, counts, { thesis, question }] = await Promise.all([
    pool().query<Joint>(JOINTS, [bones.thread.id]),
    listCounts(bones.thread.id),
    db().thread.findUniqueOrThrow({ where: { id: bones.thread.id }, select: { thesis: true, question: true } }),
  ]);
  const visible = bones.arguments.filter(({ state }) => state === "VISIBLE");
  const ids = visible.map(({ id }) => id);
  const network = networkOf(graphOf(ids, joints, counts));
  const by = (method: Method) => {
    const strengths = strengthsOf(network, SEMANTICS[method]);
    return { strengths, without: rootWithout(network, SEMANTICS[method], THESIS, strengths) };
  };
  const found = { quadraticEnergy: by("quadraticEnergy"), dfQuad: by("dfQuad") };
  const at = (kind: "strengths" | "without", place: number): Strength => ({
    quadraticEnergy: found.quadraticEnergy[kind][place] ?? 0,
    dfQuad: found.dfQuad[kind][place] ?? 0,
  });
  const strength = at("strengths", THESIS);
  const moves = (place: number) => Math.abs(at("without", place).quadraticEnergy - strength.quadraticEnergy);
  const most = visible
    .map((_, i) => i + 1)
    .filter((place) => moves(place) > 0)
    .sort((a, b) => moves(b) - moves(a))
    .slice(0, CHANGES);
  const claims = await claimsOf(most.map((place) => ids[place - 1] ?? ""));
  const side = sideOf(bones);
  const changes = most.flatMap((place) => {
    const { id = "", number = 0 } = visible[place - 1] ?? {};
    const claim = claims.get(id);
    const argument = { id, number, claim: claim ?? "", side: side(id) ?? "PRO" };
    return claim === undefined ? [] : [{ argument, strength: at("strengths", place), without: at("without", place) }];
  });
  return { thread: bones.thread, thesis: thesis ?? question, strength, counted: ids.length, changes };
}

async function claimsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().argument.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, currentRevision: { select: { claim: true } } },
  });
  return new Map(rows.map(({ id, currentRevision }) => [id, currentRevision.claim]));
}
