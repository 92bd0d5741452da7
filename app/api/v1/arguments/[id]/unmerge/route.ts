import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { getArgument } from "#lib/arguments/queries/arguments";
import { door } from "#lib/door";
import { unmergeArgument } from "#lib/moderation/commands/merge";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "judge",
  act: async (viewer, { params: { id } }) => {
    await unmergeArgument(viewer, id);
    return found(argumentInThread(await getArgument(viewer, id)));
  },
});
