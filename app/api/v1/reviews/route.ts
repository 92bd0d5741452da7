import { found } from "#lib/api/answer";
import { queueAsked, queueOf } from "#lib/api/judging-routes";
import { door } from "#lib/door";
import { getQueue } from "#lib/moderation/queries/queue";

export const GET = door({
  query: queueAsked,
  act: async (viewer, { query: { sieve = null, thread = null } }) =>
    found(queueOf(await getQueue(viewer, { sieve, thread }))),
});
