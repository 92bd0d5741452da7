/** Who may do what with assignments. */
import { phaseAt, type Round } from "#lib/classes/assignment";
import { mayWrite } from "#lib/users/policy";
import { isTeacher, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** Setting, drawing, judging: for those who teach the class. Who runs the forum does not, by that alone. */
export const mayAssign = (viewer: Viewer, { classId }: { classId: string }): Verdict =>
  isTeacher(viewer, classId) ? mayWrite(viewer) : no("teachers-only");

/** Lots are drawn and sides given until the first round opens: after that people rely on them. */
export function mayGiveSides(
  viewer: Viewer,
  assignment: { classId: string; sides: string; rounds: readonly Round[] },
  way: "DRAWN" | "CHOSEN",
  at: Date,
): Verdict {
  const may = mayAssign(viewer, assignment);
  if (!may.ok) return may;
  if (assignment.sides !== way) return no("sides-otherwise");
  return phaseAt(assignment.rounds, at.getTime()) === "AHEAD" ? yes : no("sides-fixed");
}
