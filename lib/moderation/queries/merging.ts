/** What somebody must know who merges an argument into another, or takes that back. */
import { listSaying } from "#lib/arguments/nearby";
import { type ArgumentInThread, getArgument } from "#lib/arguments/queries/arguments";
import { type Candidate, listCandidates } from "#lib/arguments/queries/places";
import { reachArgument } from "#lib/arguments/reach";
import { db } from "#lib/db";
import { paragraphsAround } from "#lib/moderation/passage";
import { mayMerge, mayUnmerge } from "#lib/moderation/policy";
import { mayModerate } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

/** What comes of it. */
interface Consequences {
  /** Answers that go on under the other. */
  answers: number;
  /** Places in which the other stands from then on. */
  places: number;
  /** Ratings whose givers are asked. */
  ratings: number;
}

export interface Merging {
  argument: ArgumentInThread;
  verdict: Verdict;
  /** It is merged already: into which, and whether this viewer may take that back. */
  merged: { into: { id: string; number: number }; verdict: Verdict } | null;
  asked: string;
  candidates: Candidate[];
  chosen: ({ argument: ArgumentInThread } & Consequences) | null;
}

/**
 * `find` looks for the other, `into` has chosen it; without either, those that say nearly the same are offered.
 * @throws Missing
 */
export async function getMerging(
  viewer: Viewer,
  id: string,
  { find = "", into }: { find?: string; into?: string },
): Promise<Merging> {
  const argument = await getArgument(viewer, id);
  const asking = { argument, asked: find, candidates: [], chosen: null };
  const { id: threadId } = argument.thread;
  if (argument.tombstone?.into) {
    const other = argument.tombstone.into;
    const [own, its] = await Promise.all([reachArgument(db(), viewer, id), reachArgument(db(), viewer, other.id)]);
    const merging = { threadId, authorId: own.authorId, intoAuthorId: its.authorId, intoState: its.state };
    const verdict = mayUnmerge(viewer, merging);
    return { ...asking, verdict, merged: { into: other, verdict } };
  }
  const moderating = mayModerate(viewer, { id: threadId });
  if (!moderating.ok) return { ...asking, verdict: moderating, merged: null };
  const { authorId, state } = await reachArgument(db(), viewer, id);
  const chosen = into === undefined ? null : await getArgument(viewer, into);
  // What is in another thread is found by its address alone, and said to be there.
  if (chosen && (chosen.thread.id !== threadId || chosen.state !== "VISIBLE" || chosen.id === id)) throw new Missing();
  const intoAuthorId = chosen ? (await reachArgument(db(), viewer, chosen.id)).authorId : "";
  const may = mayMerge(viewer, { threadId, authorId, intoAuthorId });
  const verdict: Verdict = may.ok && state !== "VISIBLE" ? { ok: false, code: "argument-gone" } : may;
  if (!verdict.ok) return { ...asking, verdict, merged: null };
  return {
    ...asking,
    verdict,
    merged: null,
    candidates: chosen ? [] : await candidatesFor(viewer, argument, find),
    chosen: chosen && { argument: chosen, ...(await consequencesOf(id, chosen.id)) },
  };
}

async function candidatesFor(viewer: Viewer, argument: ArgumentInThread, find: string): Promise<Candidate[]> {
  if (find.trim() === "") {
    const { places } = await paragraphsAround(argument.id);
    const near = await listSaying(argument.thread.id, { claim: argument.claim ?? "", places, except: argument.id });
    return near.map(({ id, number, claim }) => ({ id, number, claim, obstacle: null }));
  }
  const found = await listCandidates(viewer, argument, find);
  // Standing under it already is no reason against: it may say the same all the more.
  return found.map((one) => (one.obstacle === "already" ? { ...one, obstacle: null } : one));
}

async function consequencesOf(id: string, into: string): Promise<Consequences> {
  const [row] = await db().$queryRaw<Consequences[]>`
    WITH RECURSIVE below(id) AS (
      SELECT child_id FROM links WHERE parent_id = ${into} AND ended_at IS NULL
      UNION
      SELECT l.child_id FROM links l JOIN below ON l.parent_id = below.id WHERE l.ended_at IS NULL),
    living AS (SELECT * FROM links WHERE ended_at IS NULL)
    SELECT
      (SELECT count(*)::int FROM living WHERE parent_id = ${id}) AS answers,
      (SELECT count(*)::int FROM living l WHERE l.child_id = ${id} AND l.parent_id IS DISTINCT FROM ${into}
        AND (l.parent_id IS NULL OR l.parent_id NOT IN (SELECT id FROM below))
        AND NOT EXISTS (SELECT FROM living o WHERE o.child_id = ${into} AND o.parent_id IS NOT DISTINCT FROM l.parent_id)) AS places,
      (SELECT count(*)::int FROM ratings r JOIN living l ON l.id = r.link_id WHERE l.child_id = ${id} OR l.parent_id = ${id}) AS ratings`;
  return row ?? { answers: 0, places: 0, ratings: 0 };
}
