import { found } from "#lib/api/answer";
import { notice } from "#lib/api/shown-notices";
import { door } from "#lib/door";
import { listNotices } from "#lib/notices/queries";
import { Refused } from "#lib/verdict";

export const GET = door({
  act: async (viewer) => {
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    return found({ items: (await listNotices(viewer)).map(notice), next: null });
  },
});
