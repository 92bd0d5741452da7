/**
 * Merging an argument into another that says the same, and taking that back.
 *
 * A merge is a row: who, when, why, taken back by whom. Nothing else of the two is touched: the merged one keeps its
 * words, its author, its revisions, its citations and its own places, where a line leads to the other, and it stands no
 * more by itself (`visible_arguments`). Its answers end there and go on under the other by links of their own authors;
 * what aimed at a passage or a step that the other has too, aims at it there, else at the claim. Wherever the merged one
 * stood and the other did not, the other stands from now on. Ratings stay with the links that were rated and are never
 * counted twice; those who gave them are asked. Each link's way is kept in `merged_links`, so that taking it back lets the
 * very links live again that it ended, ratings and all, and ends those that it started.
 */
import { reachArgument } from "#lib/arguments/reach";
import type { Tx } from "#lib/db";
import type { Bench } from "#lib/moderation/judgement";
import { mayMerge, mayUnmerge } from "#lib/moderation/policy";
import { newId } from "#lib/text/id";
import { Missing, must, Refused } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

/** Kept with a link in the place of a sentence: ended by a merge, or by taking one back. */
const ENDED = { merged: "merged", unmerged: "unmerged" } as const;

const LINK = {
  id: true,
  childId: true,
  parentId: true,
  questionId: true,
  answeredRevisionId: true,
  stance: true,
  target: true,
  targetCitationId: true,
  targetLinkId: true,
  concession: true,
  authorId: true,
  child: { select: { authorId: true } },
} as const satisfies Prisma.LinkSelect;
type Link = Prisma.LinkGetPayload<{ select: typeof LINK }>;

type Started = Prisma.LinkCreateManyInput & { id: string };

/** The merge, and what took the other in. */
type MergeSubjects = Record<"merge" | "into", string>;

/** Where one link leads by a merge; `start` is the link that the merge starts for it. */
interface Way {
  linkId: string;
  ontoId: string | null;
  start: Started | null;
}

/** The merge of an argument that is in force. */
export const mergeOf = (tx: Tx, argumentId: string) =>
  tx.merge.findFirst({
    where: { argumentId, undoneAt: null },
    select: { id: true, intoId: true, reviewId: true, argument: { select: { authorId: true } } },
  });

/** Links that live between the two and the rest, from both of them. */
async function linksOf(tx: Tx, ids: readonly string[]): Promise<Link[]> {
  return tx.link.findMany({
    where: { endedAt: null, OR: [{ childId: { in: [...ids] } }, { parentId: { in: [...ids] } }] },
    select: LINK,
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
}

const endOf = ({ parentId, questionId }: Pick<Link, "parentId" | "questionId">) => parentId ?? questionId;

async function belowOf(tx: Tx, id: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below(id) AS (
      SELECT child_id FROM links WHERE parent_id = ${id} AND ended_at IS NULL
      UNION
      SELECT l.child_id FROM links l JOIN below ON l.parent_id = below.id WHERE l.ended_at IS NULL)
    SELECT id FROM below`;
  return new Set(rows.map((row) => row.id));
}

/** Which citation of the one is, word for word, which of the other. */
async function sameCitations(tx: Tx, from: readonly string[], to: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; same: string }[]>`
    WITH words AS (
      SELECT c.id, c.revision_id, c.ordinal, string_agg(s.passage_id, ' ' ORDER BY s.ordinal) AS passages
      FROM citations c JOIN spans s ON s.citation_id = c.id
      WHERE c.id = ANY(${[...from]}::text[]) OR c.revision_id = ${to}
      GROUP BY c.id, c.revision_id, c.ordinal)
    SELECT DISTINCT ON (a.id) a.id, b.id AS same FROM words a JOIN words b ON b.passages = a.passages AND b.revision_id = ${to}
    WHERE a.id = ANY(${[...from]}::text[]) ORDER BY a.id, b.ordinal`;
  return new Map(rows.map(({ id, same }) => [id, same]));
}

/**
 * Merges the bench's argument into another; gives what the record says of it, or null where it is merged there already.
 * @throws Refused "merge-unknown", "merge-elsewhere", "merge-itself", "merge-gone", "merge-below", "merge-sides"
 */
export async function merge(
  bench: Bench,
  { into, note, review = null }: { into: string; note: string | null; review?: string | null },
): Promise<MergeSubjects | null> {
  const { tx, viewer, thread, argumentId, at } = bench;
  const field = { details: { field: "into" } };
  const gone = await reachArgument(tx, viewer, argumentId);
  const stays = await reachArgument(tx, viewer, into).catch((error: unknown) => {
    throw error instanceof Missing ? new Refused("merge-unknown", field) : error;
  });
  if (stays.threadId !== thread.id) throw new Refused("merge-elsewhere", field);
  must(mayMerge(viewer, { threadId: thread.id, authorId: gone.authorId, intoAuthorId: stays.authorId }));
  if (into === argumentId) throw new Refused("merge-itself", field);
  const already = await mergeOf(tx, argumentId);
  if (already?.intoId === into) return null;
  const fallen = [gone, stays].find(({ state }) => state !== "VISIBLE");
  if (fallen) throw new Refused("merge-gone", { ...field, values: { number: fallen.number } });
  const [below, underneath] = await Promise.all([belowOf(tx, argumentId), belowOf(tx, into)]);
  if (below.has(into)) throw new Refused("merge-below", { ...field, values: { number: stays.number } });

  const living = await linksOf(tx, [argumentId, into]);
  const standing = living.filter(({ childId }) => childId === into);
  const own = living.filter(({ childId }) => childId === argumentId);
  const opposed = own.some((link) =>
    standing.some((other) => endOf(other) === endOf(link) && other.stance !== link.stance),
  );
  if (opposed) throw new Refused("merge-sides", field);

  const places = own.map((link): Way => {
    const there = standing.find((other) => endOf(other) === endOf(link));
    if (there) return { linkId: link.id, ontoId: there.id, start: null };
    // It stands below what takes it in: that cannot answer itself, nor what answers it.
    if (link.parentId === into || underneath.has(link.parentId ?? ""))
      return { linkId: link.id, ontoId: null, start: null };
    const { child: _c, ...aim } = link;
    const start = {
      ...aim,
      id: newId(),
      threadId: thread.id,
      childId: into,
      concession: false,
      authorId: viewer.id,
      startedAt: at,
    };
    return { linkId: link.id, ontoId: start.id, start };
  });
  const answers = await answersOnto(bench, living, { into: stays, places });

  const ways = [...places, ...answers];
  const id = newId();
  const row = { id, threadId: thread.id, argumentId, intoId: into, note, reviewId: review };
  await tx.merge.create({ data: { ...row, mergedById: viewer.id, mergedAt: at }, select: { id: true } });
  await tx.link.updateMany({
    where: { id: { in: answers.map(({ linkId }) => linkId) } },
    data: { endedAt: at, endedById: viewer.id, endedReason: ENDED.merged },
  });
  await tx.link.createMany({ data: ways.flatMap(({ start }) => start ?? []) });
  await tx.mergedLink.createMany({
    data: ways.map(({ linkId, ontoId, start }) => ({ mergeId: id, linkId, ontoId, started: start !== null })),
  });
  return { merge: id, into };
}

/** How each answer goes on under what takes the merged one in. */
async function answersOnto(
  { tx, thread, argumentId, at }: Bench,
  living: readonly Link[],
  { into, places }: { into: Awaited<ReturnType<typeof reachArgument>>; places: readonly Way[] },
): Promise<Way[]> {
  const answers = living.filter(({ parentId }) => parentId === argumentId);
  const there = new Map(living.filter(({ parentId }) => parentId === into.id).map((link) => [link.childId, link.id]));
  const cited = answers.flatMap(({ targetCitationId }) => targetCitationId ?? []);
  const citations = cited.length > 0 ? await sameCitations(tx, cited, into.revision.id) : new Map<string, string>();
  const steps = new Map(places.map(({ linkId, ontoId }) => [linkId, ontoId]));
  return answers.map((link): Way => {
    const already = there.get(link.childId);
    if (already) return { linkId: link.id, ontoId: already, start: null };
    const targetCitationId = (link.targetCitationId && citations.get(link.targetCitationId)) || null;
    const targetLinkId = (link.targetLinkId && steps.get(link.targetLinkId)) || null;
    const start: Started = {
      id: newId(),
      threadId: thread.id,
      childId: link.childId,
      parentId: into.id,
      answeredRevisionId: into.revision.id,
      stance: link.stance,
      target: targetCitationId ? "EVIDENCE" : targetLinkId ? "RELEVANCE" : "CLAIM",
      targetCitationId,
      targetLinkId,
      // Nobody grants themselves a point.
      concession: link.concession && link.child.authorId !== into.authorId,
      authorId: link.authorId,
      startedAt: at,
    };
    return { linkId: link.id, ontoId: start.id, start };
  });
}

/**
 * Takes the merge of the bench's argument back: what it ended lives again and what it started ends. Answers that have
 * left for elsewhere since stay where they went. Gives what the record says of it, or null where nothing is merged.
 * @throws Refused "unmerge-carried", "unmerge-answered", "unmerge-places", "link-closes-circle"
 */
export async function unmerge(bench: Bench): Promise<MergeSubjects | null> {
  const { tx, viewer, thread, argumentId, at } = bench;
  const merged = await mergeOf(tx, argumentId);
  if (!merged) return null;
  const into = await reachArgument(tx, viewer, merged.intoId);
  const { authorId } = merged.argument;
  must(mayUnmerge(viewer, { threadId: thread.id, authorId, intoAuthorId: into.authorId, intoState: into.state }));
  const further = await tx.merge.findFirst({
    where: { argumentId: merged.intoId, undoneAt: null },
    select: { into: { select: { number: true } } },
  });
  if (further) throw new Refused("unmerge-carried", { values: { number: further.into.number } });

  const ways = await tx.mergedLink.findMany({
    where: { mergeId: merged.id },
    select: {
      linkId: true,
      started: true,
      link: { select: { parentId: true } },
      onto: { select: { id: true, endedAt: true } },
    },
  });
  const lives = ({ onto }: (typeof ways)[number]) => onto !== null && onto.endedAt === null;
  const ending = ways.filter((way) => way.started && lives(way)).flatMap(({ onto }) => onto?.id ?? []);
  const stepped = await tx.link.findFirst({
    where: { targetLinkId: { in: ending }, endedAt: null, id: { notIn: ending }, child: { withdrawal: null } },
    select: { child: { select: { number: true } } },
  });
  if (stepped) throw new Refused("unmerge-answered", { values: { number: stepped.child.number } });
  if (into.links.every(({ id }) => ending.includes(id))) throw new Refused("unmerge-places");
  const reviving = ways.filter((way) => way.link.parentId === argumentId && (!way.started || lives(way)));

  await tx.merge.update({
    where: { id: merged.id },
    data: { undoneById: viewer.id, undoneAt: at },
    select: { id: true },
  });
  await tx.link.updateMany({
    where: { id: { in: ending } },
    data: { endedAt: at, endedById: viewer.id, endedReason: ENDED.unmerged },
  });
  await tx.link.updateMany({
    where: { id: { in: reviving.map(({ linkId }) => linkId) } },
    data: { endedAt: null, endedById: null, endedReason: null },
  });
  return { merge: merged.id, into: merged.intoId };
}
