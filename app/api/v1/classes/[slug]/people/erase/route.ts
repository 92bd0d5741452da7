import { done } from "#lib/api/answer";
import { erasePupil } from "#lib/classes/commands/erase";
import { personInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: personInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => {
    await erasePupil(viewer, slug, input.handle);
    return done();
  },
});
