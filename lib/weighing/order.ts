/** The order of answers by what they weigh. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { db } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";
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
  /** One's own order was asked for by nobody who is known. */
  stranger: boolean;
}

/**
 * The order of answers that an address asks for; whose own it is, is asked only where it is somebody's own; `reader` is who may see what a class owns.
 * @throws Missing
 */
export async function getOrder(
  query: Record<string, string | undefined>,
  of: { slug: string } | { argument: string },
  getViewer: () => Promise<Viewer>,
  reader: Viewer = null,
): Promise<Ordered> {
  const order = orderAsked(query);
  if (!order) return { order, stranger: false };
  const viewer = order === "own" ? await getViewer() : reader;
  return { order, weights: await getWeights(viewer, of, order), stranger: order === "own" && !viewer };
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
  const counts = await listCounts(id, order === "all" ? undefined : await peopleIn(bones, order));
  return (link) => {
    const given = counts.get(link);
    return given ? weightOf(given) : UNKNOWN;
  };
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
