/** Who may do what with sources. */
import { mayWrite } from "#lib/users/policy";
import { isModerator, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

/** Until there are classes, what a class owns is seen by nobody. */
export const visibleTo = (_viewer: Viewer): Prisma.SourceWhereInput => ({ classId: null });

export const maySee = (_viewer: Viewer, source: { classId: string | null }): boolean => source.classId === null;

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
