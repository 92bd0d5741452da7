import { found } from "#lib/api/answer";
import { ownGradeShown } from "#lib/api/assignment-routes";
import { findOwnGrade } from "#lib/classes/assessment-queries";
import { door } from "#lib/door";
import { Missing } from "#lib/verdict";

export const GET = door({
  act: async (viewer, { params: { slug, assignment } }) => {
    const grade = await findOwnGrade(viewer, slug, assignment);
    if (!grade) throw new Missing();
    return found(ownGradeShown(grade));
  },
});
