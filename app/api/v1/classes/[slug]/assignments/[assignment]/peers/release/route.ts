import { done } from "#lib/api/answer";
import { releasePeerFeedback } from "#lib/classes/commands/peers";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment } }) => {
    await releasePeerFeedback(viewer, slug, assignment);
    return done();
  },
});
