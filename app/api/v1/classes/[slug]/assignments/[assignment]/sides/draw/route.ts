import { done } from "#lib/api/answer";
import { drawSides } from "#lib/classes/commands/draw-sides";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment } }) => {
    await drawSides(viewer, slug, assignment);
    return done();
  },
});
