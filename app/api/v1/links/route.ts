import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { link } from "#lib/api/shown";
import { startLink } from "#lib/arguments/commands/link";
import { getArgument } from "#lib/arguments/queries/arguments";
import { startLinkInput } from "#lib/arguments/schema";
import { door } from "#lib/door";
import { Missing } from "#lib/verdict";

export const POST = door({
  input: startLinkInput,
  limit: "post",
  act: async (viewer, { input }) => {
    const { id } = await startLink(viewer, input);
    const started = (await getArgument(viewer, input.child)).links.find((living) => living.id === id);
    // Somebody may have ended it since.
    if (!started) throw new Missing();
    return made(link(started), addressOf("/arguments/{id}", input.child));
  },
});
