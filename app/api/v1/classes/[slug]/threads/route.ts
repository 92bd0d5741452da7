import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { copyThread } from "#lib/classes/commands/copy-thread";
import { copyThreadInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: copyThreadInput,
  limit: "snapshot",
  act: async (viewer, { params: { slug }, input }) => {
    const copy = await copyThread(viewer, slug, input);
    return made(copy, addressOf("/threads/{slug}", copy.slug));
  },
});
