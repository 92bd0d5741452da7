import { listed } from "#lib/api/addresses";
import { found, made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { asSource, threadInList } from "#lib/api/shown";
import { threadPage } from "#lib/api/thread-pages";
import { getThread, listThreads } from "#lib/arguments/queries/threads";
import { door } from "#lib/door";
import { openThread } from "#lib/threads/commands";
import { openThreadInput } from "#lib/threads/schema";

export const GET = door({
  query: listed,
  act: async (viewer, { query }) => {
    const { items, next } = await listThreads(viewer, query.after);
    return found({ items: items.map(threadInList), next });
  },
});

export const POST = door({
  input: openThreadInput,
  limit: "post",
  act: async (viewer, { input }) => {
    const { slug, normalised } = await openThread(viewer, input);
    const thread = threadPage(await getThread(viewer, slug));
    const raisedBy = normalised ? asSource(thread.raisedBy) : thread.raisedBy;
    return made({ ...thread, raisedBy }, addressOf("/threads/{slug}", slug));
  },
});
