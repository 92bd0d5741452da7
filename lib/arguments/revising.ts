/** An argument's next revision, whatever the occasion, and what follows from it. */
import type { Body } from "#lib/arguments/body";
import type { ReachedArgument } from "#lib/arguments/reach";
import { writeRevision } from "#lib/arguments/revision";
import type { Tx } from "#lib/db";
import type { EventKind } from "#lib/events/record";
import type { Cited } from "#lib/sources/citing";
import type { Document } from "#lib/text/document";
import { newId } from "#lib/text/id";
import { moderates, type Person } from "#lib/users/viewer";
import type { Occasion } from "../../prisma/generated/enums.ts";

interface Next {
  claim: string;
  body: Body;
  cited: readonly Cited[];
  occasion: Occasion;
}

/** What the record says of it, in its order. */
type Told = { kind: EventKind; subjects: Record<string, string | string[]> }[];

/** Writes it and makes it the current one; gives its id and what the record says of it. */
export async function reviseTo(
  tx: Tx,
  viewer: Person,
  { id, threadId, revision }: Pick<ReachedArgument, "id" | "threadId" | "revision">,
  { occasion, ...written }: Next,
  at: Date,
): Promise<{ id: string; told: Told }> {
  const revisionId = newId();
  await writeRevision(tx, { id: revisionId, argumentId: id, ordinal: revision.ordinal + 1, occasion }, written, at);
  await tx.argument.update({ where: { id }, data: { currentRevisionId: revisionId }, select: { id: true } });
  const sources = [...new Set(written.cited.map(({ sourceId }) => sourceId))];
  const told: Told = [{ kind: "argument.revised", subjects: { argument: id, revision: revisionId, sources } }];
  const review = await reviewAnew(tx, viewer, { id, revisionId, threadId }, at);
  if (review) told.push({ kind: "review.opened", subjects: { argument: id, review } });
  return { id: revisionId, told };
}

/**
 * Whoever has it open sees that it changed, and what was sent back is looked at again. What a moderator once let stand
 * is not swapped for something else unseen: gives the review that is opened for that.
 */
async function reviewAnew(
  tx: Tx,
  viewer: Person,
  { id: argumentId, revisionId, threadId }: { id: string; revisionId: string; threadId: string },
  at: Date,
): Promise<string | null> {
  const changed = await tx.review.updateMany({
    where: { argumentId, decidedAt: null, cause: { not: "APPEAL" } },
    data: { edition: { increment: 1 }, revisionId, askedAt: null, askedById: null },
  });
  if (changed.count > 0 || moderates(viewer, threadId)) return null;
  if ((await tx.review.count({ where: { argumentId, verdict: "APPROVED" } })) === 0) return null;
  const review = newId();
  await tx.review.create({ data: { id: review, argumentId, revisionId, cause: "EDITED", openedAt: at } });
  return review;
}

/** What a revision says beside its claim: the elaboration, and the passages at the very places of the very versions. */
export async function keptOf(tx: Tx, revisionId: string) {
  const { body, bodyText, bodySchema, citations } = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      body: true,
      bodyText: true,
      bodySchema: true,
      citations: {
        orderBy: { ordinal: "asc" },
        select: {
          versionId: true,
          version: {
            select: {
              number: true,
              source: {
                select: { id: true, versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 } },
              },
            },
          },
          spans: {
            orderBy: { ordinal: "asc" },
            select: { passage: { select: { start: true, end: true, quote: true, prefix: true, suffix: true } } },
          },
        },
      },
    },
  });
  const cited = citations.map(
    ({ versionId, version: { number, source }, spans }): Cited => ({
      sourceId: source.id,
      versionId,
      isNewest: source.versions[0]?.number === number,
      spans: spans.map(({ passage }) => ({ ok: true, ...passage, normalised: false })),
    }),
  );
  return { body: { document: body as Document | null, text: bodyText, schema: bodySchema }, cited };
}
