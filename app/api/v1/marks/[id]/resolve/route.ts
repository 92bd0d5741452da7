import { done } from "#lib/api/answer";
import { door } from "#lib/door";
import { resolveMark } from "#lib/moderation/commands/mark";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "mark",
  act: async (viewer, { params: { id } }) => {
    await resolveMark(viewer, id);
    return done();
  },
});
