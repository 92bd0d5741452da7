import { done } from "#lib/api/answer";
import { changeAssignmentInput } from "#lib/classes/assignment-schema";
import { changeAssignment } from "#lib/classes/commands/set-assignment";
import { door } from "#lib/door";

export const POST = door({
  input: changeAssignmentInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment }, input }) => {
    await changeAssignment(viewer, slug, assignment, input);
    return done();
  },
});
