import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { retractRating } from "#lib/weighing/commands/rate";
import { retractRatingInput } from "#lib/weighing/schema";

export const POST = door({
  input: retractRatingInput,
  limit: "rate",
  act: async (viewer, { params }) => {
    await retractRating(viewer, params.id);
    return done();
  },
});
