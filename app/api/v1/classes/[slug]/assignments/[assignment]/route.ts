import { found } from "#lib/api/answer";
import { assignmentShown } from "#lib/api/assignment-routes";
import { findOwnProgress, getAssignment } from "#lib/classes/assignment-queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { slug, assignment } }) => {
    const [view, own] = await Promise.all([
      getAssignment(viewer, slug, assignment),
      findOwnProgress(viewer, slug, assignment),
    ]);
    return found(assignmentShown(view, own));
  },
});
