/** The thread in which one file is read; it answers once and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { type Given, readFile } from "#lib/sources/extraction/read";
import { Refused } from "#lib/verdict";

await readFile(workerData as Given).then(
  (read) => parentPort?.postMessage({ ok: true, read }),
  (error: unknown) => {
    const { code, values } = error instanceof Refused ? error : new Refused("file-damaged");
    parentPort?.postMessage({ ok: false, code, values });
  },
);
