import { found } from "#lib/api/answer";
import { searched } from "#lib/api/shown-search";
import { door } from "#lib/door";
import { search } from "#lib/search/queries";
import { asksNothing, searchInput } from "#lib/search/schema";
import { Refused } from "#lib/verdict";

export const GET = door({
  query: searchInput,
  act: async (viewer, { query }) => {
    if (asksNothing(query)) throw new Refused("query-blank");
    return found(searched(await search(viewer, query, { withWays: false })));
  },
});
