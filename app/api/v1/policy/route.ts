import { found } from "#lib/api/answer";
import type { Policy } from "#lib/api/moderation-routes";
import { door } from "#lib/door";
import { getPolicy } from "#lib/moderation/queries/rules";
import { policyAsked } from "#lib/moderation/schema";

export const GET = door({
  query: policyAsked,
  act: async (viewer, { query: { version, thread } }) => {
    const { number, since, thread: of, newest, rules } = await getPolicy(viewer, { number: version, thread });
    const shown: Policy = { number, since, thread: of?.slug ?? null, newest, reasons: rules };
    return found(shown);
  },
});
