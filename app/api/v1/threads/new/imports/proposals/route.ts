import { found } from "#lib/api/answer";
import { openingProposal } from "#lib/api/shown-imports";
import { door } from "#lib/door";
import { FILE_AS_BASE64, importInput, sentFile } from "#lib/maps/form";
import { proposeThread } from "#lib/maps/opening-map";

export const POST = door({
  input: importInput,
  maxBytes: FILE_AS_BASE64,
  limit: "read",
  act: async (viewer, { input }) => found(openingProposal(await proposeThread(viewer, sentFile(input)))),
});
