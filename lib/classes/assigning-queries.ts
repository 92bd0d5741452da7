/** What the form must know in which an assignment is set. */
import { mayAssign } from "#lib/classes/assignment-policy";
import { db } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

/** The class, and whether this viewer may set it something. @throws Missing */
export async function getAssigning(
  viewer: Viewer,
  classSlug: string,
): Promise<{ class: { slug: string; name: string }; verdict: Verdict }> {
  const row = await db().class.findFirst({
    where: { slug: classSlug, id: { in: classesOf(viewer) } },
    select: { id: true, slug: true, name: true },
  });
  if (!row) throw new Missing();
  const { id, ...shown } = row;
  return { class: shown, verdict: mayAssign(viewer, { classId: id }) };
}
