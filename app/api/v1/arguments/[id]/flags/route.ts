import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { flagArgument } from "#lib/moderation/commands/flag";
import { flagInput } from "#lib/moderation/schema";

export const POST = door({
  input: flagInput,
  limit: "flag",
  act: async (viewer, { params: { id }, input }) => {
    await flagArgument(viewer, id, input);
    return done();
  },
});
