import { done } from "#lib/api/answer";
import { rubricInput } from "#lib/classes/assessment";
import { changeRubric } from "#lib/classes/commands/grade";
import { door } from "#lib/door";

export const POST = door({
  input: rubricInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment }, input }) => {
    await changeRubric(viewer, slug, assignment, input);
    return done();
  },
});
