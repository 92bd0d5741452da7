/** The classes that somebody belongs to, as far as other rooms must know them. */
import { db, type Tx } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface ClassRef {
  slug: string;
  name: string;
}

/** For a form in which something is given to a class: those that one teaches, by name. */
export async function listTaught(viewer: Viewer): Promise<ClassRef[]> {
  const taught = viewer?.teaches ?? [];
  if (taught.length === 0) return [];
  return db().class.findMany({
    where: { id: { in: [...taught] } },
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/**
 * The id of the class that shall own something, among those that somebody belongs to; null where none is named.
 * @throws Missing where there is none of this name, or none for this viewer
 */
export async function reachOwner(tx: Tx, viewer: Viewer, slug: string | null | undefined): Promise<string | null> {
  if (slug === null || slug === undefined) return null;
  const found = await tx.class.findFirst({ where: { slug, id: { in: classesOf(viewer) } }, select: { id: true } });
  if (!found) throw new Missing();
  return found.id;
}
