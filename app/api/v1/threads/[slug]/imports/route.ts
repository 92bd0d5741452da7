import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { door } from "#lib/door";
import { importMap } from "#lib/maps/commands/import";
import { FILE_AS_BASE64, importInput, sentFile } from "#lib/maps/form";

export const POST = door({
  input: importInput,
  maxBytes: FILE_AS_BASE64,
  limit: "read",
  act: async (viewer, { params, input }) =>
    made(await importMap(viewer, params.slug, sentFile(input)), addressOf("/threads/{slug}/tray", params.slug)),
});
