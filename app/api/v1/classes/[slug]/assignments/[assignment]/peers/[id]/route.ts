import { done } from "#lib/api/answer";
import { givePeerFeedback } from "#lib/classes/commands/peers";
import { peerFeedbackInput } from "#lib/classes/peer-schema";
import { door } from "#lib/door";

export const POST = door({
  input: peerFeedbackInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment, id }, input }) => {
    await givePeerFeedback(viewer, slug, assignment, id, input);
    return done();
  },
});
