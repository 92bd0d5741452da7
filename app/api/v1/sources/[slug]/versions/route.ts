import { made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { source } from "#lib/api/shown";
import { door } from "#lib/door";
import { correctSource } from "#lib/sources/commands/correct";
import { getSource } from "#lib/sources/queries";
import { correctSourceInput } from "#lib/sources/schema";

/** A long book chapter, with what JSON adds to it. */
const SOURCE_BYTES = 2 * 2 ** 20;

export const POST = door({
  input: correctSourceInput,
  maxBytes: SOURCE_BYTES,
  limit: "post",
  act: async (viewer, { params, input }) => {
    const { slug, version } = await correctSource(viewer, params.slug, input);
    return made(source(await getSource(viewer, slug, version)), addressOf("/sources/{slug}", slug));
  },
});
