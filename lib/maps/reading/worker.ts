/** The thread in which one map is read; it answers once and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { type GivenMap, readMap } from "#lib/maps/reading/read";
import { Refused } from "#lib/verdict";

await readMap(workerData as GivenMap).then(
  (read) => parentPort?.postMessage({ ok: true, read }),
  (error: unknown) => {
    const { code, values } = error instanceof Refused ? error : new Refused("file-damaged");
    parentPort?.postMessage({ ok: false, code, values });
  },
);
