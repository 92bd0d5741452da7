/** Opening a thread with all that a file holds. */
import { transact } from "#lib/db";
import { IMPORT_MS, type Imported, importIn } from "#lib/maps/commands/import";
import type { Waiting } from "#lib/maps/making-frames";
import { lookAtThread, openedBefore } from "#lib/maps/opening-map";
import type { MapFile } from "#lib/maps/proposing";
import { openIn } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";

/**
 * Opens a thread on the question that a file asks, and brings its claims there as an import does: all of it or nothing.
 * The same file again opens no second thread, and finds the first with all that it brought.
 * @throws Refused, whatever is wrong with the file; where this person may open no thread
 */
export async function openFromMap(
  viewer: Person,
  file: MapFile,
  waiting?: Waiting,
): Promise<Imported & { slug: string }> {
  waiting?.told(null);
  const { input, ...looked } = await lookAtThread(viewer, file);
  return transact(
    async (tx, at) => {
      // Two at a time would both find no thread.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`open ${viewer.id} ${looked.fileSha256}`}, 0))::text`;
      const { slug } = (await openedBefore(tx, viewer, looked.fileSha256)) ?? (await openIn(tx, viewer, input, at));
      return { slug, ...(await importIn(tx, viewer, slug, looked, at, waiting)) };
    },
    undefined,
    { timeoutMs: IMPORT_MS },
  );
}
