import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { getArgument } from "#lib/arguments/queries/arguments";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params }) => found(argumentInThread(await getArgument(viewer, params.id))),
});
