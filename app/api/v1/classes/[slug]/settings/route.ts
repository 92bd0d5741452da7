import { done } from "#lib/api/answer";
import { changeClass } from "#lib/classes/commands/open";
import { changeClassInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: changeClassInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => {
    await changeClass(viewer, slug, input);
    return done();
  },
});
