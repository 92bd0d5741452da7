import { found } from "#lib/api/answer";
import { codeShown } from "#lib/api/class-routes";
import { makeCode } from "#lib/classes/commands/code";
import { makeCodeInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: makeCodeInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => found(codeShown(await makeCode(viewer, slug, input))),
});
