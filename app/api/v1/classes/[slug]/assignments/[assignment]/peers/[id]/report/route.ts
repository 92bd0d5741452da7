import { done } from "#lib/api/answer";
import { reportPeerFeedback } from "#lib/classes/commands/peers";
import { reportPeerInput } from "#lib/classes/peer-schema";
import { door } from "#lib/door";

export const POST = door({
  input: reportPeerInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment, id }, input }) => {
    await reportPeerFeedback(viewer, slug, assignment, id, input.note ?? null);
    return done();
  },
});
