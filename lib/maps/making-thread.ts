/** The thread in which one file is made, with its own connection to the database; it tells how far it is, answers and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { disconnect } from "#lib/db";
import type { Asked, Said } from "#lib/maps/making";
import { writtenAs } from "#lib/maps/writing";
import { Missing, Refused } from "#lib/verdict";

const say = (said: Said, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(said, transfer);

const { viewer, wanted } = workerData as Asked;
try {
  const content = await writtenAs(viewer, wanted, (part) => say({ part }));
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  say({ bytes }, [bytes.buffer]);
} catch (error) {
  if (error instanceof Missing) say({ missing: true });
  else if (error instanceof Refused) say({ refused: { code: error.code, values: error.values } });
  else throw error;
} finally {
  await disconnect();
}
