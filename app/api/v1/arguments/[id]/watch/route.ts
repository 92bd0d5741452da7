import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { watchBranch } from "#lib/notices/commands";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params }) => {
    await watchBranch(viewer, params.id);
    return done();
  },
});
