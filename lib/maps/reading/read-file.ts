/** Reads a map from a file that somebody sends: bounded in bytes, time and memory, in a thread of its own. */
import type { ReadMap } from "#lib/maps/reading/read-map";
import { FILE_BYTES } from "#lib/sources/extraction/extract";
import { readInThread } from "#lib/sources/extraction/in-thread";
import { Refused } from "#lib/verdict";

/** Five thousand claims of Argdown take its parser some 300 MB, where a text takes half of that. */
const HEAP_MB = 512;

/** What is said of a text that cannot be read advises to paste its words, which helps nobody with a map. */
const OF_MAPS: Record<string, string> = {
  "file-too-large": "map-file-too-large",
  "file-too-complex": "map-file-too-large",
  "took-too-long": "map-file-too-large",
  "file-damaged": "map-unreadable",
  "not-a-word-file": "map-unreadable",
  "unknown-charset": "map-text-broken",
};

/** @throws Refused, whatever is wrong with the file */
export async function readMapFile(bytes: Uint8Array, whose: string, readMs?: number): Promise<ReadMap> {
  if (bytes.length > FILE_BYTES) throw new Refused("map-file-too-large");
  const reader = { file: "lib/maps/reading/worker.ts", heapMb: HEAP_MB, readMs, whose };
  return readInThread<ReadMap>({ bytes }, reader).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    const { ground, values } = error;
    throw new Refused(OF_MAPS[error.code] ?? error.code, { ground, values });
  });
}
