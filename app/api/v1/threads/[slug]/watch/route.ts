import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { watchThread } from "#lib/notices/commands";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params }) => {
    await watchThread(viewer, params.slug);
    return done();
  },
});
