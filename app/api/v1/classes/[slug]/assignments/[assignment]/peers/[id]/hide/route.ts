import { done } from "#lib/api/answer";
import { hideInput } from "#lib/api/peer-routes";
import { hidePeerFeedback } from "#lib/classes/commands/peers";
import { door } from "#lib/door";

export const POST = door({
  input: hideInput,
  limit: "judge",
  act: async (viewer, { params: { slug, assignment, id }, input }) => {
    await hidePeerFeedback(viewer, slug, assignment, id, input.hide);
    return done();
  },
});
