import { listed } from "#lib/api/addresses";
import { found, made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { source, sourceInList } from "#lib/api/shown";
import { door } from "#lib/door";
import { bringSource } from "#lib/sources/commands/bring";
import { originOf } from "#lib/sources/extraction/receipt";
import { getSource, listSources } from "#lib/sources/queries";
import { bringSourceInput } from "#lib/sources/schema";

/** A long book chapter, with what JSON adds to it. */
const SOURCE_BYTES = 2 * 2 ** 20;

export const GET = door({
  query: listed,
  act: async (viewer, { query }) => {
    const { items, next } = await listSources(viewer, query.after);
    return found({ items: items.map(sourceInList), next });
  },
});

export const POST = door({
  input: bringSourceInput,
  maxBytes: SOURCE_BYTES,
  limit: "post",
  act: async (viewer, { input }) => {
    const { slug } = await bringSource(viewer, input, originOf(input.receipt, viewer.id, input.text));
    return made(source(await getSource(viewer, slug)), addressOf("/sources/{slug}", slug));
  },
});
