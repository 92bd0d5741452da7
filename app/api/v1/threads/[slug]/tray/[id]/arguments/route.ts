import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { argumentWritten } from "#lib/api/shown";
import { getArgument } from "#lib/arguments/queries/arguments";
import { postArgumentInput } from "#lib/arguments/schema";
import { door } from "#lib/door";
import { postFromTray } from "#lib/maps/commands/tray";

export const POST = door({
  input: postArgumentInput,
  limit: "post",
  act: async (viewer, { params, input }) => {
    const { id, normalised } = await postFromTray(viewer, params.slug, params.id, input);
    return made(argumentWritten(await getArgument(viewer, id), normalised), addressOf("/arguments/{id}", id));
  },
});
