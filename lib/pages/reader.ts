/** For whom a reading page is rendered. */
import { getViewer } from "#lib/auth";
import { db } from "#lib/db";
import { classesOf, mayEnter, type Viewer } from "#lib/users/viewer";

/** What a page shows, by its address. */
export type Shown = { thread: string } | { argument: string } | { source: string };

/**
 * Nobody in particular, as a page that is stored for everybody must be; but of what a class owns somebody who belongs to
 * it. No cookie reaches a capture, so what is stored is never theirs. One query more for whoever is of a class.
 */
export async function getReader(shown: Shown): Promise<Viewer> {
  const viewer = await getViewer();
  if (classesOf(viewer).length === 0) return null;
  const owner = await ownerOf(shown);
  return owner !== null && mayEnter(viewer, owner) ? viewer : null;
}

async function ownerOf(shown: Shown): Promise<string | null> {
  const select = { classId: true } as const;
  const found =
    "source" in shown
      ? await db().source.findUnique({ where: { slug: shown.source }, select })
      : await db().thread.findFirst({
          where: "thread" in shown ? { slug: shown.thread } : { arguments: { some: { id: shown.argument } } },
          select,
        });
  return found?.classId ?? null;
}
