import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { getArgument } from "#lib/arguments/queries/arguments";
import { door } from "#lib/door";
import { mergeArgument } from "#lib/moderation/commands/merge";
import { mergeInput } from "#lib/moderation/schema";

export const POST = door({
  input: mergeInput,
  limit: "judge",
  act: async (viewer, { params: { id }, input }) => {
    await mergeArgument(viewer, id, input);
    return found(argumentInThread(await getArgument(viewer, id)));
  },
});
