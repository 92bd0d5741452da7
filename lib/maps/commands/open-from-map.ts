/** Opening a thread with all that a file holds. */
import { type Tx, transact } from "#lib/db";
import { IMPORT_MS, type Imported, importIn } from "#lib/maps/commands/import";
import { lookAtThread } from "#lib/maps/opening-map";
import type { MapFile } from "#lib/maps/proposing";
import { openIn } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";

/**
 * Opens a thread on the question that a file asks, and brings its claims there as an import does: all of it or nothing.
 * The same file again opens no second thread, and finds the first with all that it brought.
 * @throws Refused, whatever is wrong with the file; where this person may open no thread
 */
export async function openFromMap(viewer: Person, file: MapFile): Promise<Imported & { slug: string }> {
  const { input, ...looked } = await lookAtThread(viewer, file);
  return transact(
    async (tx, at) => {
      // Two at a time would both find no thread.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`open ${viewer.id} ${looked.fileSha256}`}, 0))::text`;
      const slug = (await openedBefore(tx, viewer, looked.fileSha256)) ?? (await openIn(tx, viewer, input, at)).slug;
      return { slug, ...(await importIn(tx, viewer, slug, looked, at)) };
    },
    undefined,
    { timeoutMs: IMPORT_MS },
  );
}

/** The thread that this person opened from this file: it was opened and brought in one moment. */
async function openedBefore(tx: Tx, viewer: Person, fileSha256: string): Promise<string | undefined> {
  const rows = await tx.mapImport.findMany({
    where: { fileSha256, importedById: viewer.id, thread: { openedById: viewer.id } },
    select: { importedAt: true, thread: { select: { slug: true, openedAt: true } } },
  });
  return rows.find(({ importedAt, thread }) => thread.openedAt.getTime() === importedAt.getTime())?.thread.slug;
}
