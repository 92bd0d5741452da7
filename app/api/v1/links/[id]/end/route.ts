import { done } from "#lib/api/answer";
import { endLink } from "#lib/arguments/commands/link";
import { endLinkInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: endLinkInput,
  limit: "post",
  act: async (viewer, { params, input }) => {
    await endLink(viewer, params.id, input.reason);
    return done();
  },
});
