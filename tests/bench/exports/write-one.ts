/** Writes one format of one snapshot in a process of its own, so that its memory is its own: FORMAT SNAPSHOT [OUT]. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize } from "node:v8";
import { FORMATS, type Format, type FormatName } from "#lib/maps/formats";
import type { Snapshot } from "#lib/maps/snapshot";
import { Refused } from "#lib/verdict";

/** The first is what a person waits for; the others tell what the work itself takes. */
const RUNS = 4;

const [name, file, out] = process.argv.slice(2);
const { write }: Format = FORMATS[name as FormatName];
const snapshot: Snapshot = deserialize(readFileSync(file as string));
const times: number[] = [];
/** One that takes seconds is not a matter of warming up. */
const LONG_MS = 5_000;
let bytes = 0;
let memory = 0;
try {
  for (let run = 0; run < RUNS && (times[0] ?? 0) < LONG_MS; run += 1) {
    const before = process.cpuUsage();
    const content = await write(snapshot);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    if (run > 0) continue;
    bytes = Buffer.byteLength(content);
    // In kilobytes; what one file takes, before the next is begun.
    memory = process.resourceUsage().maxRSS * 1024;
    if (out) writeFileSync(out, content);
  }
  console.log(JSON.stringify({ bytes, memory, first: times[0], best: Math.min(...times) }));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.log(JSON.stringify({ refused: error.code }));
}
