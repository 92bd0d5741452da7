import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { door } from "#lib/door";
import { openFromMap } from "#lib/maps/commands/open-from-map";
import { FILE_AS_BASE64, importInput, sentFile } from "#lib/maps/form";

export const POST = door({
  input: importInput,
  maxBytes: FILE_AS_BASE64,
  limit: "read",
  act: async (viewer, { input }) => {
    const opened = await openFromMap(viewer, sentFile(input));
    return made(opened, addressOf("/threads/{slug}", opened.slug));
  },
});
