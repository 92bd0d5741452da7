/** What somebody must know who makes parts of an argument, draws them for its author, or takes that back. */
import { mayDrawSplit, maySplit } from "#lib/arguments/policy";
import type { ArgumentInThread } from "#lib/arguments/queries/arguments";
import type { Part } from "#lib/arguments/splitting";
import { JUDGED, stateOf } from "#lib/arguments/state";
import { own } from "#lib/arguments/writing";
import { db } from "#lib/db";
import { moderates, type Viewer } from "#lib/users/viewer";
import type { Verdict } from "#lib/verdict";

export interface Splitting {
  argument: ArgumentInThread;
  /** Whether this viewer may split it, or draw the parts; of what is split, whether they may take that back. */
  verdict: Verdict;
  own: boolean;
  /** What answers it, by the link; claims that can be read. */
  answers: { link: string; number: number; claim: string | null }[];
  /** Parts that wait for the author: for the author and moderators. */
  drawn: { id: string; parts: Part[] } | null;
}

/** @throws Missing */
export async function getSplitting(viewer: Viewer, id: string): Promise<Splitting> {
  const { argument, verdict } = await own(viewer, id, (facts, thread) => {
    if (viewer?.id !== facts.authorId) return mayDrawSplit(viewer, facts, thread);
    return maySplit(viewer, facts.state === "SPLIT" ? { ...facts, state: "VISIBLE" } : facts, thread);
  });
  const mine = viewer?.handle === argument.author.handle;
  const [links, drawn] = await Promise.all([
    db().link.findMany({
      where: { parentId: id, endedAt: null },
      orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      select: {
        id: true,
        child: { select: { number: true, ...JUDGED, currentRevision: { select: { claim: true } } } },
      },
    }),
    mine || moderates(viewer, argument.thread.id)
      ? db().split.findFirst({
          where: { argumentId: id, answeredAt: null },
          select: { id: true, parts: { orderBy: { ordinal: "asc" }, select: { claim: true, cites: true } } },
        })
      : null,
  ]);
  const answers = links.map(({ id: link, child }) => ({
    link,
    number: child.number,
    claim: stateOf(child) === "VISIBLE" ? child.currentRevision.claim : null,
  }));
  return { argument, verdict, own: mine, answers, drawn };
}
