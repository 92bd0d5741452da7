import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { splittingOf } from "#lib/api/wording-routes";
import { splitArgument } from "#lib/arguments/commands/split";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getSplitting } from "#lib/arguments/queries/splitting";
import { splitArgumentInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { id } }) => found(splittingOf(await getSplitting(viewer, id))),
});

export const POST = door({
  input: splitArgumentInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) => {
    await splitArgument(viewer, id, input);
    return found(argumentInThread(await getArgument(viewer, id)));
  },
});
