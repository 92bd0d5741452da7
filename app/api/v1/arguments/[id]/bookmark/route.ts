import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { bookmarkArgument } from "#lib/notices/commands";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params }) => {
    await bookmarkArgument(viewer, params.id);
    return done();
  },
});
