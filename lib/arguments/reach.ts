/** An argument as its verbs need it, reached through what the viewer may see. */
import { maySee } from "#lib/arguments/policy";
import { isLetIn, JUDGED, stateOf } from "#lib/arguments/state";
import type { ArgumentState } from "#lib/arguments/view";
import type { Tx } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface ReachedArgument {
  id: string;
  threadId: string;
  number: number;
  authorId: string;
  postedAt: Date;
  state: ArgumentState;
  revision: { id: string; ordinal: number; hash: string; citations: { id: string }[] };
  /** Living links, oldest first. */
  links: { id: string; parentId: string | null }[];
  /** Whether a mark stands on the current revision. */
  marked: boolean;
  /** Whether words that it cites are no more in the newest text, or others took their place and its author has not said yes. */
  moved: boolean;
  /** Whether its current words are a wording that somebody else offered: what one took one may put otherwise. */
  reworded: boolean;
  /** Whether a challenge of its evidence awaits its author. */
  challenged: boolean;
  /** Whether a moderator sent it back and waits for its author. */
  asked: boolean;
}

/** @throws Missing where there is no such argument, or none for this viewer. */
export async function reachArgument(tx: Tx, viewer: Viewer, id: string): Promise<ReachedArgument> {
  const row = await tx.argument.findUnique({
    where: { id, thread: visibleTo(viewer) },
    select: {
      id: true,
      threadId: true,
      number: true,
      authorId: true,
      postedAt: true,
      ...JUDGED,
      reviews: { select: { ...JUDGED.reviews.select, askedAt: true, decidedAt: true } },
      currentRevision: {
        select: {
          id: true,
          ordinal: true,
          hash: true,
          citations: {
            select: {
              id: true,
              spans: {
                select: {
                  anchors: {
                    select: { state: true, confirmedAt: true },
                    orderBy: { version: { number: "desc" } },
                    take: 1,
                  },
                },
              },
            },
            orderBy: { ordinal: "asc" },
          },
          wording: { select: { id: true } },
          marks: { where: { resolvedAt: null }, select: { id: true } },
          challenges: { where: { ruledAt: null }, select: { id: true } },
        },
      },
      links: {
        where: { endedAt: null },
        select: { id: true, parentId: true },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) throw new Missing();
  const { currentRevision, withdrawal: _w, removals: _r, merges: _m, splits: _s, reviews, ...rest } = row;
  const { marks, challenges, citations, wording, ...revision } = currentRevision;
  const anchors = citations.flatMap(({ spans }) => spans.flatMap((span) => span.anchors));
  const reached = {
    ...rest,
    state: stateOf(row),
    revision: { ...revision, citations: citations.map(({ id }) => ({ id })) },
    marked: marks.length > 0,
    reworded: wording !== null,
    challenged: challenges.length > 0,
    asked: reviews.some(({ askedAt, decidedAt }) => askedAt !== null && decidedAt === null),
    moved: anchors.some(({ state, confirmedAt }) => state !== "VERBATIM" && confirmedAt === null),
  };
  if (!maySee(viewer, { authorId: row.authorId, threadId: row.threadId, letIn: isLetIn(row) })) throw new Missing();
  return reached;
}
