import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { withdrawArgumentInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: withdrawArgumentInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) => {
    await withdrawArgument(viewer, id, input.reason ?? null);
    return found(argumentInThread(await getArgument(viewer, id)));
  },
});
