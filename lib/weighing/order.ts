/** The order of answers by what they weigh. */
import { readBones } from "#lib/arguments/queries/skeleton";
import { db } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";
import { weightOf } from "#lib/weighing/impact";
import { type Perspective, peopleOf, STANCE_OF } from "#lib/weighing/perspective";
import { listCounts } from "#lib/weighing/queries";

/** What is rated by too few stands in the middle: neither known to weigh much nor to weigh little. */
const UNKNOWN = 0.5;

/**
 * What each link of a thread weighs in a perspective, from 0 to 1; few ratings move it little.
 * @throws Missing
 */
export async function getWeights(
  viewer: Viewer,
  slug: string,
  perspective: Perspective,
): Promise<(link: string) => number> {
  const bones = await readBones(viewer, { slug });
  const { id } = bones.thread;
  const counts = await listCounts(id, perspective === "all" ? undefined : await peopleIn(bones, perspective));
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
