import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { keepSanction } from "#lib/moderation/commands/sanction";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { id } }) => {
    await keepSanction(viewer, id);
    return done();
  },
});
