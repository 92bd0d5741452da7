import { paged } from "#lib/api/addresses";
import { found, streamed } from "#lib/api/answer";
import { threadPage, wholeThread } from "#lib/api/thread-pages";
import { getThread } from "#lib/arguments/queries/threads";
import { door } from "#lib/door";

export const GET = door({
  query: paged,
  act: async (viewer, { params: { slug }, query }) => {
    const thread = await getThread(viewer, slug);
    return query.all ? streamed(wholeThread(thread)) : found(threadPage(thread, query.after));
  },
});
