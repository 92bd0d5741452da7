import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { source } from "#lib/api/shown";
import { door } from "#lib/door";
import { bringSourceAgain } from "#lib/sources/commands/bring-again";
import { originOf } from "#lib/sources/extraction/receipt";
import { getSource } from "#lib/sources/queries";
import { bringAgainInput } from "#lib/sources/schema";

/** A long book chapter, with what JSON adds to it. */
const SOURCE_BYTES = 2 * 2 ** 20;

export const POST = door({
  input: bringAgainInput,
  maxBytes: SOURCE_BYTES,
  limit: "post",
  act: async (viewer, { params, input }) => {
    const origin = originOf(input.receipt, viewer.id, input.text);
    const { slug, version } = await bringSourceAgain(viewer, params.slug, input, origin);
    return made(source(await getSource(viewer, slug, version)), addressOf("/sources/{slug}", slug));
  },
});
