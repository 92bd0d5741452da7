import { found } from "#lib/api/answer";
import { importProposal } from "#lib/api/shown-imports";
import { door } from "#lib/door";
import { FILE_AS_BASE64, importInput, sentFile } from "#lib/maps/form";
import { proposeImport } from "#lib/maps/proposing";

export const POST = door({
  input: importInput,
  maxBytes: FILE_AS_BASE64,
  limit: "read",
  act: async (viewer, { params, input }) =>
    found(importProposal(await proposeImport(viewer, params.slug, sentFile(input)))),
});
