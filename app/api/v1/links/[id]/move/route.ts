import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { link } from "#lib/api/shown";
import { moveArgument } from "#lib/arguments/commands/move";
import { getLinked } from "#lib/arguments/queries/places";
import { moveArgumentInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: moveArgumentInput,
  limit: "post",
  act: async (viewer, { params, input }) => {
    const { id } = await moveArgument(viewer, params.id, input);
    const started = await getLinked(viewer, id);
    return made(link(started), addressOf("/arguments/{id}", started.child));
  },
});
