import { found } from "#lib/api/answer";
import { rating } from "#lib/api/shown";
import { door } from "#lib/door";
import { rateLink } from "#lib/weighing/commands/rate";
import { getRated } from "#lib/weighing/queries";
import { rateLinkInput } from "#lib/weighing/schema";

export const GET = door({ act: async (viewer, { params: { id } }) => found(rating(await getRated(viewer, id))) });

export const POST = door({
  input: rateLinkInput,
  limit: "rate",
  act: async (viewer, { params: { id }, input }) => {
    await rateLink(viewer, id, input.impact);
    return found(rating(await getRated(viewer, id)));
  },
});
