import { found } from "#lib/api/answer";
import { reviewOf } from "#lib/api/judging-routes";
import { door } from "#lib/door";
import { decideReview } from "#lib/moderation/commands/decide";
import { getCase } from "#lib/moderation/queries/case";
import { decideInput } from "#lib/moderation/schema";

export const POST = door({
  input: decideInput,
  limit: "judge",
  act: async (viewer, { params: { id }, input }) => {
    await decideReview(viewer, id, input);
    return found(reviewOf(await getCase(viewer, id)));
  },
});
