/** The places of an argument in its thread, and those that it might have. */
import { getArgument } from "#lib/arguments/queries/arguments";
import type { LinkView } from "#lib/arguments/view";
import { db } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/**
 * A living link, through its argument.
 * @throws Missing
 */
export async function getLinked(viewer: Viewer, id: string): Promise<LinkView> {
  const row = await db().link.findUnique({ where: { id }, select: { childId: true } });
  if (!row) throw new Missing();
  const link = (await getArgument(viewer, row.childId)).links.find((living) => living.id === id);
  if (!link) throw new Missing();
  return link;
}
