import { done } from "#lib/api/answer";
import { revokeCode } from "#lib/classes/commands/code";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { slug } }) => {
    await revokeCode(viewer, slug);
    return done();
  },
});
