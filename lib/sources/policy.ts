/** Who may do what with sources. */
import { mayWrite } from "#lib/users/policy";
import { classesOf, isModerator, mayEnter, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

/** What a class owns is its members' alone. */
export const visibleTo = (viewer: Viewer): Prisma.SourceWhereInput => ({
  OR: [{ classId: null }, { classId: { in: classesOf(viewer) } }],
});

export const maySee = (viewer: Viewer, source: { classId: string | null }): boolean => mayEnter(viewer, source.classId);

/** Whether the whole text may be read, or only the cited passages in their sentences. */
export function mayReadText(viewer: Viewer, source: { rights: string; broughtById: string }): boolean {
  return source.rights === "OPEN" || isModerator(viewer) || viewer?.id === source.broughtById;
}

/** Who brought a text answers for it; a moderator may mend what others left. */
export function mayCorrectSource(viewer: Viewer, source: { broughtById: string }): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  return viewer?.id === source.broughtById || isModerator(viewer) ? yes : no("bringer-only");
}

export function mayBringSource(viewer: Viewer, source: { rights: string }): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  return source.rights === "CLASS" ? no("rights-need-class") : yes;
}
