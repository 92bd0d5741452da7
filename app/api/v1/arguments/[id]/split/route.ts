import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { splitArgument } from "#lib/arguments/commands/split";
import { getArgument } from "#lib/arguments/queries/arguments";
import { splitArgumentInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: splitArgumentInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) => {
    await splitArgument(viewer, id, input);
    return found(argumentInThread(await getArgument(viewer, id)));
  },
});
