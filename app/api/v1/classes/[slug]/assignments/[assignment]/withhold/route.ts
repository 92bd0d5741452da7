import { done } from "#lib/api/answer";
import { withholdGrades } from "#lib/classes/commands/grade";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment } }) => {
    await withholdGrades(viewer, slug, assignment);
    return done();
  },
});
