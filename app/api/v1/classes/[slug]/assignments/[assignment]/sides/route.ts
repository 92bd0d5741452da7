import { done } from "#lib/api/answer";
import { chooseSidesInput } from "#lib/classes/assignment-schema";
import { chooseSides } from "#lib/classes/commands/draw-sides";
import { door } from "#lib/door";

export const POST = door({
  input: chooseSidesInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment }, input }) => {
    await chooseSides(viewer, slug, assignment, input);
    return done();
  },
});
