/** The thread in which two states are compared, with its own connection to the database; it answers and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { disconnect } from "#lib/db";
import { type Compared, readChanges } from "#lib/maps/changes";
import type { Told } from "#lib/maps/comparing";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

const tell = (told: Told) => parentPort?.postMessage(told);

const { viewer, compared } = workerData as { viewer: Viewer; compared: Compared };
try {
  tell({ changes: await readChanges(viewer, compared) });
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  tell({ missing: true });
} finally {
  await disconnect();
}
