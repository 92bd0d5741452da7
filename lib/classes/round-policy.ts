/** Who may do what in a round. */
import { mayWrite } from "#lib/users/policy";
import { isTeacher, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** Opening one and running its clock: whoever teaches the class. */
export const mayRunRound = (viewer: Viewer, { classId }: { classId: string }): Verdict =>
  isTeacher(viewer, classId) ? mayWrite(viewer) : no("teachers-only");

/** Noting what is said: everybody of the class or, where one is named, the recorder; and whoever teaches it. */
export function mayNote(viewer: Viewer, round: { classId: string; recorderId: string | null }): Verdict {
  const writing = mayWrite(viewer);
  if (!writing.ok) return writing;
  const free = round.recorderId === null || round.recorderId === viewer?.id || isTeacher(viewer, round.classId);
  return free ? yes : no("recorder-only");
}

/** A note is its author's; whoever teaches the class takes away what has no place there. */
export const mayTakeNoteBack = (viewer: Viewer, note: { classId: string; authorId: string }): Verdict =>
  note.authorId === viewer?.id || isTeacher(viewer, note.classId) ? mayWrite(viewer) : no("note-of-another");
