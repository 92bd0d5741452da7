import { done } from "#lib/api/answer";
import { gradeInput } from "#lib/classes/assessment-schema";
import { gradePupil } from "#lib/classes/commands/grade";
import { door } from "#lib/door";

export const POST = door({
  input: gradeInput,
  limit: "judge",
  act: async (viewer, { params: { slug, assignment, handle }, input }) => {
    await gradePupil(viewer, slug, assignment, handle, input);
    return done();
  },
});
