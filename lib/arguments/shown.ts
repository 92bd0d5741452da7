/** From stored rows to what is shown: the same for page, API and export. */
import { JUDGED, stateOf } from "#lib/arguments/state";
import type { ArgumentView, JudgeRole, LinkView, Tombstone } from "#lib/arguments/view";
import { citationView, shownCitation, type Texts } from "#lib/sources/shown";
import type { CitationView } from "#lib/sources/view";
import type { Document } from "#lib/text/document";
import type { Names } from "#lib/threads/names";
import type { Viewer } from "#lib/users/viewer";
import type { Prisma } from "../../prisma/generated/client.ts";

/** What `Names` must know of somebody. */
export const PERSON = { select: { id: true, handle: true, name: true } } as const;

/** What a query must select so that `argumentView` can show an argument to this viewer. */
export const shownArgument = (viewer: Viewer) =>
  ({
    id: true,
    number: true,
    threadId: true,
    authorId: true,
    postedAt: true,
    author: PERSON,
    ...JUDGED,
    currentRevision: {
      select: {
        id: true,
        ordinal: true,
        claim: true,
        body: true,
        createdAt: true,
        citations: { select: shownCitation(viewer), orderBy: { ordinal: "asc" } },
      },
    },
    marks: {
      where: { resolvedAt: null },
      select: { kind: true, note: true, markedAt: true, markedBy: PERSON, revision: { select: { ordinal: true } } },
      orderBy: { markedAt: "asc" },
    },
    answers: { select: { startedAt: true }, orderBy: { startedAt: "asc" }, take: 1 },
  }) satisfies Prisma.ArgumentSelect;

export type ShownArgument = Prisma.ArgumentGetPayload<{ select: ReturnType<typeof shownArgument> }>;

/** `revealed`: with the words of what is hidden, for those who may judge or mend it, or of what is read as part of another. */
export function argumentView(row: ShownArgument, texts: Texts, names: Names, revealed = false): ArgumentView {
  return argumentWith(row, (citation) => citationView(citation, texts), names, revealed);
}

/** What `argumentView` needs of a row; its citations may be of any kind that can be shown. */
export type SaidArgument<Citation> = Omit<ShownArgument, "threadId" | "authorId" | "currentRevision"> & {
  currentRevision: Pick<ShownArgument["currentRevision"], "ordinal" | "claim" | "body" | "createdAt"> & {
    citations: Citation[];
  };
};

export function argumentWith<Citation>(
  row: SaidArgument<Citation>,
  shown: (citation: Citation) => CitationView,
  names: Names,
  revealed = false,
): ArgumentView {
  const { id, number, author, currentRevision: revision } = row;
  const state = stateOf(row);
  const tombstone = tombstoneOf(row);
  const wordless = tombstone !== null && !(revealed && (state === "HIDDEN" || state === "MERGED"));
  const firstAnswer = row.answers[0]?.startedAt;
  return {
    id,
    number,
    state,
    author: names.of(author),
    postedAt: names.at(row.postedAt),
    claim: wordless ? null : revision.claim,
    body: wordless ? null : (revision.body as Document | null),
    citations: wordless ? [] : revision.citations.map(shown),
    revision: revision.ordinal,
    revisedAfterAnswers: revision.ordinal > 1 && firstAnswer !== undefined && firstAnswer < revision.createdAt,
    marks: wordless
      ? []
      : row.marks.map(({ kind, note, markedBy, markedAt, revision: judged }) => ({
          kind,
          note,
          by: names.of(markedBy),
          at: names.at(markedAt),
          ...(judged.ordinal < revision.ordinal && { mended: true as const }),
        })),
    tombstone: tombstone && { ...tombstone, at: names.at(tombstone.at) },
  };
}

const roleOf = (judge: { role: string } | null): JudgeRole =>
  judge === null ? "NOBODY" : judge.role === "ADMIN" ? "ADMIN" : "MODERATOR";

/** What stands in the place of words that were withdrawn, removed or merged; in the order of `stateOf`. */
export function tombstoneOf({
  removals: [removal],
  withdrawal,
  merges: [merge],
  splits: [split],
}: Pick<ShownArgument, "removals" | "withdrawal" | "merges" | "splits">): Tombstone | null {
  if (removal && (removal.kind === "REMOVED" || !withdrawal)) {
    const { removedAt, note, code, policy, removedBy } = removal;
    return { at: removedAt.toISOString(), reason: note, role: roleOf(removedBy), code, policy };
  }
  if (withdrawal)
    return { at: withdrawal.withdrawnAt.toISOString(), reason: withdrawal.reason, code: null, policy: null };
  if (merge) {
    const { mergedAt, note, mergedBy, into } = merge;
    return { at: mergedAt.toISOString(), reason: note, role: roleOf(mergedBy), code: null, policy: null, into };
  }
  if (split?.answeredAt) {
    const parts = split.parts.flatMap(({ argument }) => argument ?? []);
    return { at: split.answeredAt.toISOString(), reason: null, code: null, policy: null, parts };
  }
  return null;
}

type LinkRow = Prisma.LinkGetPayload<Record<string, never>>;

export function linkView(link: LinkRow, names: Names): LinkView {
  const { id, childId, parentId, stance, target, targetCitationId, targetLinkId, concession, startedAt } = link;
  return {
    id,
    child: childId,
    parent: parentId,
    stance,
    target,
    targetCitation: targetCitationId,
    targetLink: targetLinkId,
    concession,
    startedAt: names.at(startedAt),
  };
}
