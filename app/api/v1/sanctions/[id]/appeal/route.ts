import { done } from "#lib/api/answer";
import { appealInput } from "#lib/api/sanction-routes";
import { door } from "#lib/door";
import { appealSanction } from "#lib/moderation/commands/sanction";

export const POST = door({
  input: appealInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) => {
    await appealSanction(viewer.id, id, input.plea);
    return done();
  },
});
