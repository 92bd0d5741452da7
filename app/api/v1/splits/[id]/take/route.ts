import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { takeSplit } from "#lib/arguments/commands/split";
import { getArgument } from "#lib/arguments/queries/arguments";
import { takeSplitInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: takeSplitInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) =>
    found(argumentInThread(await getArgument(viewer, await takeSplit(viewer, id, input.answers)))),
});
