/** Who may do what with sources. */
import { mayWrite } from "#lib/users/policy";
import { seenWhere } from "#lib/users/seen";
import { isModerator, isTeacher, mayEnter, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

/** What a class owns is its members' alone. */
export const visibleTo = (viewer: Viewer): Prisma.SourceWhereInput => seenWhere(viewer);

export const maySee = (viewer: Viewer, source: { classId: string | null }): boolean => mayEnter(viewer, source.classId);

interface Owned {
  rights: string;
  classId: string | null;
  broughtById: string;
}

/** Whether the whole text may be read, or only the cited passages in their sentences; by somebody who may see the source. */
export function mayReadText(viewer: Viewer, { rights, classId, broughtById }: Owned): boolean {
  if (rights === "OPEN" || viewer?.id === broughtById) return true;
  if (rights === "CLASS") return classId !== null && mayEnter(viewer, classId);
  return isModerator(viewer);
}

/** Who brought a text answers for it; a moderator may mend what others left, in a class who teaches it. */
export function mayCorrectSource(viewer: Viewer, source: Pick<Owned, "broughtById" | "classId">): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  const judges = source.classId === null ? isModerator(viewer) : isTeacher(viewer, source.classId);
  return viewer?.id === source.broughtById || judges ? yes : no("bringer-only");
}

/** For a class, who teaches it; a text that is a class's alone needs one. */
export function mayBringSource(viewer: Viewer, source: { rights: string; classId: string | null }): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  if (source.classId === null) return source.rights === "CLASS" ? no("rights-need-class") : yes;
  return isTeacher(viewer, source.classId) ? yes : no("teachers-only");
}
