import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { liftSanction } from "#lib/moderation/commands/sanction";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { id } }) => {
    await liftSanction(viewer, id);
    return done();
  },
});
