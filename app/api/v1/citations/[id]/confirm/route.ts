import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { confirmAnchor } from "#lib/arguments/commands/confirm";
import { getArgument } from "#lib/arguments/queries/arguments";
import { confirmAnchorInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: confirmAnchorInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) => {
    const { argument } = await confirmAnchor(viewer, id, input);
    return found(argumentInThread(await getArgument(viewer, argument)));
  },
});
