import { done } from "#lib/api/answer";
import { handleInput } from "#lib/api/sanction-routes";
import { door } from "#lib/door";
import { dismissModerator } from "#lib/threads/commands";

export const POST = door({
  input: handleInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => {
    await dismissModerator(viewer, slug, input.handle);
    return done();
  },
});
