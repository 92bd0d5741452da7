import { versioned } from "#lib/api/addresses";
import { found } from "#lib/api/answer";
import { source } from "#lib/api/shown";
import { door } from "#lib/door";
import { getSource } from "#lib/sources/queries";

export const GET = door({
  query: versioned,
  act: async (viewer, { params, query }) => found(source(await getSource(viewer, params.slug, query.version))),
});
