import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { takeWording } from "#lib/arguments/commands/wording";
import { getArgument } from "#lib/arguments/queries/arguments";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { id } }) =>
    found(argumentInThread(await getArgument(viewer, await takeWording(viewer, id)))),
});
