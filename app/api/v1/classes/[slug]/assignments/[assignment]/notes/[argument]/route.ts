import { done } from "#lib/api/answer";
import { noteInput } from "#lib/classes/assessment-schema";
import { noteArgument } from "#lib/classes/commands/grade";
import { door } from "#lib/door";

export const POST = door({
  input: noteInput,
  limit: "judge",
  act: async (viewer, { params: { slug, assignment, argument }, input }) => {
    await noteArgument(viewer, slug, assignment, argument, input.note ?? null);
    return done();
  },
});
