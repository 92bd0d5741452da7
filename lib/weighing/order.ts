/** The order of answers by what they weigh. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { db } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { weightOf } from "#lib/weighing/impact";
import { type Order, orderAsked, type Perspective, peopleOf, STANCE_OF } from "#lib/weighing/perspective";
import { listCounts, listOwn } from "#lib/weighing/queries";
import { IMPACT_MAX } from "#lib/weighing/schema";

/** What is rated by too few stands in the middle: neither known to weigh much nor to weigh little. */
const UNKNOWN = 0.5;

type Weights = (link: string) => number;

/** What an address asks for. */
export interface Ordered {
  order: Order | null;
  /** Undefined in the usual order. */
  weights?: Weights;
  /** An order of one's own, or of one's classes, was asked for by nobody who is known. */
  stranger: boolean;
  /** Whether who asks for such an order belongs to a class. */
  inClass: boolean;
}

/**
 * The order of answers that an address asks for; whose own it is, is asked only where it is somebody's own. `reader` is who
 * may see what a class owns.
 * @throws Missing
 */
export async function getOrder(
  query: Record<string, string | undefined>,
  of: { slug: string } | { argument: string },
  getViewer: () => Promise<Viewer>,
  reader: Viewer = null,
): Promise<Ordered> {
  const order = orderAsked(query);
  if (!order) return { order, stranger: false, inClass: false };
  const personal = order === "own" || order === "class";
  const viewer = personal ? await getViewer() : reader;
  const weights = await getWeights(viewer, of, order);
  return { order, weights, stranger: personal && !viewer, inClass: personal && classesOf(viewer).length > 0 };
}

/**
 * What each link of a thread weighs in an order, from 0 to 1; few ratings of others move it little, one's own say all.
 * @throws Missing
 */
export async function getWeights(
  viewer: Viewer,
  of: { slug: string } | { argument: string },
  order: Order,
): Promise<Weights> {
  const bones = await readBones(viewer, of);
  const { id, slug } = bones.thread;
  if (order === "own") {
    const own = new Map((await listOwn(viewer, slug)).map(({ link, impact }) => [link, impact / IMPACT_MAX]));
    return (link) => own.get(link) ?? UNKNOWN;
  }
  const people =
    order === "class" ? await listMembers(viewer) : order === "all" ? undefined : await peopleIn(bones, order);
  const counts = await listCounts(id, people);
  return (link) => {
    const given = counts.get(link);
    return given ? weightOf(given) : UNKNOWN;
  };
}

/** Who belongs to a class of the viewer's. */
async function listMembers(viewer: Viewer): Promise<string[]> {
  const rows = await db().enrolment.findMany({
    where: { classId: { in: classesOf(viewer) }, removedAt: null },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

async function peopleIn(
  bones: Awaited<ReturnType<typeof readBones>>,
  perspective: Exclude<Perspective, "all">,
): Promise<string[]> {
  const rows = await db().argument.findMany({
    where: { threadId: bones.thread.id },
    select: { id: true, authorId: true },
  });
  const authors = new Map(rows.map(({ id, authorId }) => [id, authorId]));
  return peopleOf(STANCE_OF[perspective], bones, (argument) => authors.get(argument));
}
