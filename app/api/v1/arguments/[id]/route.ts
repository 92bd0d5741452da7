import { found } from "#lib/api/answer";
import { argumentInThread } from "#lib/api/shown";
import { getArgument } from "#lib/arguments/queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params }) => found(argumentInThread(await getArgument(viewer, params.id))),
});
