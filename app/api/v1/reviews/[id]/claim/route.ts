import { found } from "#lib/api/answer";
import { reviewOf } from "#lib/api/judging-routes";
import { door } from "#lib/door";
import { claimReview } from "#lib/moderation/claim";
import { getCase } from "#lib/moderation/queries/case";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "judge",
  act: async (viewer, { params: { id } }) => {
    await claimReview(viewer, id);
    return found(reviewOf(await getCase(viewer, id)));
  },
});
