/** What the form must know in which an assignment is set. */
import { mayAssign } from "#lib/classes/assignment-policy";
import { listTemplates } from "#lib/classes/queries";
import { db } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

/** The class, the threads that are likely to be asked about, and whether this viewer may set it something. @throws Missing */
export async function getAssigning(
  viewer: Viewer,
  classSlug: string,
): Promise<{
  class: { slug: string; name: string };
  threads: { slug: string; question: string }[];
  verdict: Verdict;
}> {
  const row = await db().class.findFirst({
    where: { slug: classSlug, id: { in: classesOf(viewer) } },
    select: { id: true, slug: true, name: true, threads: { select: { slug: true, question: true } } },
  });
  if (!row) throw new Missing();
  const { id, threads, ...shown } = row;
  return {
    class: shown,
    threads: [...threads, ...(await listTemplates())],
    verdict: mayAssign(viewer, { classId: id }),
  };
}
