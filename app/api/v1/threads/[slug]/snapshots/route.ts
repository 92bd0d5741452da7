import { found, made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { snapshotShown } from "#lib/api/snapshot-routes";
import { door } from "#lib/door";
import { env } from "#lib/env";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { listSnapshots } from "#lib/maps/snapshot-queries";
import { noInput } from "#lib/notices/schema";
import { Missing } from "#lib/verdict";

const at = (slug: string) => ({ appUrl: env().APP_URL, slug });

export const GET = door({
  act: async (viewer, { params: { slug } }) => {
    const { snapshots } = await listSnapshots(viewer, slug);
    return found({ items: snapshots.map((one) => snapshotShown(one, at(slug))), next: null });
  },
});

export const POST = door({
  input: noInput,
  limit: "snapshot",
  act: async (viewer, { params: { slug } }) => {
    const { id } = await takeSnapshot(viewer, slug);
    const { snapshots } = await listSnapshots(viewer, slug);
    const taken = snapshots.find((one) => one.id === id);
    if (!taken) throw new Missing();
    return made(snapshotShown(taken, at(slug)), addressOf(`/threads/${slug}/snapshots/{id}`, id));
  },
});
