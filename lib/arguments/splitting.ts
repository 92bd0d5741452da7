/**
 * Splitting an argument into parts, and taking that back.
 *
 * A split is a row: drawn by whom, when, answered how. What is split keeps its words, its revisions and its places, where
 * a line leads to the parts, and stands no more by itself. Each part is an argument of the same author with a claim of
 * its own and some of the very same passages, each of which goes with one part at least; it stands wherever the whole
 * stood. An answer ends and goes on under the part that was chosen for it: unless something else was said, under the
 * part that keeps the passage it aims at, else under the first. Ratings stay with the links that were rated, and those
 * who gave them are asked. Taken back, the parts are withdrawn and the very links that the split ended live again.
 */
import { isQuiet } from "#lib/arguments/policy";
import { type Prepared, postMany } from "#lib/arguments/posting-many";
import type { ReachedArgument } from "#lib/arguments/reach";
import { keptOf } from "#lib/arguments/revising";
import { readStanding } from "#lib/arguments/standing";
import { isRead, JUDGED, stateOf } from "#lib/arguments/state";
import type { Tx } from "#lib/db";
import { DOCUMENT_SCHEMA } from "#lib/text/document";
import { newId } from "#lib/text/id";
import type { ReachedThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

export interface Part {
  claim: string;
  /** Places of the citations that it keeps, from 0. */
  cites: readonly number[];
}

/** Kept with a link in the place of a sentence: ended by a split, or by taking one back. */
const ENDED = { split: "split", rejoined: "rejoined" } as const;

/** Nothing is lost by a split: every passage goes with a part, and no part says what another says. */
export function refuseUnfit(parts: readonly Part[], citations: number): void {
  const cited = new Set(parts.flatMap(({ cites }) => cites));
  if ([...cited].some((place) => place >= citations)) throw new Refused("split-cites");
  if (cited.size < citations) throw new Refused("split-drops");
  if (new Set(parts.map(({ claim }) => claim)).size < parts.length) throw new Refused("split-same");
}

/** Makes the parts of a split; `answers` says of links which part they go on under. */
export async function makeParts(
  tx: Tx,
  viewer: Person,
  { thread, argument, split }: { thread: ReachedThread; argument: ReachedArgument; split: string },
  { parts, answers }: { parts: readonly Part[]; answers: Readonly<Record<string, number>> },
  at: Date,
): Promise<void> {
  const whole = argument.revision.citations.map(({ id }) => id);
  const { cited } = await keptOf(tx, argument.revision.id);
  const links = await tx.link.findMany({
    where: { endedAt: null, OR: [{ childId: argument.id }, { parentId: argument.id }] },
    omit: { rank: true },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  const places = links.filter(({ childId }) => childId === argument.id);
  const answering = links.filter(({ parentId }) => parentId === argument.id);
  const prepared = parts.map(
    ({ claim, cites }): Prepared => ({
      id: newId(),
      revisionId: newId(),
      claim,
      body: { document: null, text: null, schema: DOCUMENT_SCHEMA },
      cited: cites.flatMap((place) => cited[place] ?? []),
      citationIds: cites.map(() => newId()),
      links: places.map(
        ({ parentId, answeredRevisionId, stance, target, targetCitationId, targetLinkId, concession }) => ({
          ...{ id: newId(), parentId, parentRevisionId: answeredRevisionId },
          ...{ stance, target, targetCitationId, targetLinkId, concession },
        }),
      ),
    }),
  );
  const onto = answering.map((link) => {
    const place = link.targetCitationId === null ? -1 : whole.indexOf(link.targetCitationId);
    const keeps = parts.findIndex(({ cites }) => cites.includes(place));
    const chosen = answers[link.id] ?? Math.max(keeps, 0);
    const part = prepared[chosen];
    if (!part) throw new Refused("split-part-unknown");
    const targetCitationId = part.citationIds[parts[chosen]?.cites.indexOf(place) ?? -1] ?? null;
    const step = places.findIndex(({ id }) => id === link.targetLinkId);
    const targetLinkId = part.links[step]?.id ?? null;
    return {
      id: newId(),
      threadId: thread.id,
      childId: link.childId,
      parentId: part.id,
      answeredRevisionId: part.revisionId,
      stance: link.stance,
      target: targetCitationId ? ("EVIDENCE" as const) : targetLinkId ? ("RELEVANCE" as const) : ("CLAIM" as const),
      targetCitationId,
      targetLinkId,
      concession: link.concession,
      authorId: link.authorId,
      startedAt: at,
      from: link.id,
    };
  });
  // What a moderator once read is read again: its parts say it in other words.
  const approved = await tx.review.count({ where: { argumentId: argument.id, verdict: "APPROVED" } });
  const quiet = approved > 0 || isQuiet(viewer, thread, await readStanding(tx, viewer.id, thread.id, at));
  await postMany(tx, viewer, thread, prepared, at, { quiet });
  await tx.link.updateMany({
    where: { id: { in: answering.map(({ id }) => id) } },
    data: { endedAt: at, endedById: viewer.id, endedReason: ENDED.split },
  });
  await tx.link.createMany({ data: onto.map(({ from: _, ...link }) => link) });
  const standing = prepared.flatMap((part) =>
    part.links.map(({ id }, i) => ({ splitId: split, linkId: places[i]?.id ?? "", ontoId: id })),
  );
  await tx.splitLink.createMany({
    data: [...standing, ...onto.map(({ id, from }) => ({ splitId: split, linkId: from, ontoId: id }))],
  });
  await tx.$executeRaw`
    UPDATE split_parts p SET argument_id = made.id
    FROM unnest(${prepared.map(({ id }) => id)}::text[]) WITH ORDINALITY AS made (id, place)
    WHERE p.split_id = ${split} AND p.ordinal = made.place - 1`;
  await tx.split.update({ where: { id: split }, data: { answeredAt: at, taken: true }, select: { id: true } });
}

/**
 * Withdraws the parts and lets the whole stand again; gives the parts that were withdrawn by it.
 * @throws Refused "rejoin-gone" where a part was merged or taken away, "rejoin-answered" where something new was said of one
 */
export async function rejoin(
  tx: Tx,
  viewer: Person,
  split: { id: string; argumentId: string },
  at: Date,
): Promise<string[]> {
  const rows = await tx.splitPart.findMany({
    where: { splitId: split.id },
    select: { argument: { select: { id: true, number: true, ...JUDGED } } },
  });
  const parts = rows.flatMap(({ argument }) => argument ?? []);
  const states = parts.map((part) => ({ ...part, state: stateOf(part) }));
  const fallen = states.find(({ state }) => state !== "VISIBLE" && state !== "WITHDRAWN");
  if (fallen) throw new Refused("rejoin-gone", { values: { number: fallen.number } });
  const ways = await tx.splitLink.findMany({
    where: { splitId: split.id },
    select: { linkId: true, link: { select: { parentId: true } }, onto: { select: { id: true, endedAt: true } } },
  });
  const ids = parts.map(({ id }) => id);
  const later = await tx.link.findFirst({
    where: { parentId: { in: ids }, endedAt: null, id: { notIn: ways.map(({ onto }) => onto.id) } },
    select: { child: { select: { number: true } } },
  });
  if (later) throw new Refused("rejoin-answered", { values: { number: later.child.number } });
  const carried = ways.filter(({ link, onto }) => link.parentId === split.argumentId && onto.endedAt === null);
  await tx.split.update({ where: { id: split.id }, data: { undoneAt: at }, select: { id: true } });
  await tx.link.updateMany({
    where: { id: { in: carried.map(({ onto }) => onto.id) } },
    data: { endedAt: at, endedById: viewer.id, endedReason: ENDED.rejoined },
  });
  await tx.link.updateMany({
    where: { id: { in: carried.map(({ linkId }) => linkId) } },
    data: { endedAt: null, endedById: null, endedReason: null },
  });
  const standing = states.filter(({ state }) => isRead(state)).map(({ id }) => id);
  await tx.withdrawal.createMany({
    data: standing.map((argumentId) => ({ argumentId, withdrawnById: viewer.id, withdrawnAt: at })),
  });
  return standing;
}
