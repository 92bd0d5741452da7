import { z } from "zod";
import { found } from "#lib/api/answer";
import { notice } from "#lib/api/shown-notices";
import { door } from "#lib/door";
import { listNotices } from "#lib/notices/queries";
import { noticePlace, placeInAddress } from "#lib/notices/schema";
import { Refused } from "#lib/verdict";

export const GET = door({
  query: z.strictObject({ after: noticePlace.optional() }),
  act: async (viewer, { query }) => {
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    const { items, next } = await listNotices(viewer, query.after);
    return found({ items: items.map(notice), next: next && placeInAddress(next) });
  },
});
