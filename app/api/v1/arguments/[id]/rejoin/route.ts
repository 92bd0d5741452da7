import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { rejoinArgument } from "#lib/arguments/commands/split";
import { getArgument } from "#lib/arguments/queries/arguments";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { id } }) => {
    await rejoinArgument(viewer, id);
    return found(argumentInThread(await getArgument(viewer, id)));
  },
});
