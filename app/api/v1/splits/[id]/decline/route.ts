import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { declineSplit } from "#lib/arguments/commands/split";
import { getArgument } from "#lib/arguments/queries/arguments";
import { declineWordingInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: declineWordingInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) =>
    found(argumentInThread(await getArgument(viewer, await declineSplit(viewer, id, input.answer ?? null)))),
});
