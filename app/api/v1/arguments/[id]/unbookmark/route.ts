import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { unbookmarkArgument } from "#lib/notices/commands";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params }) => {
    await unbookmarkArgument(viewer, params.id);
    return done();
  },
});
