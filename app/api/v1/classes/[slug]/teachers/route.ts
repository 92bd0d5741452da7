import { done } from "#lib/api/answer";
import { addTeacher } from "#lib/classes/commands/people";
import { personInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: personInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => {
    await addTeacher(viewer, slug, input.handle);
    return done();
  },
});
