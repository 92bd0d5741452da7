/** Writes one format of one snapshot in a process of its own, so that its memory is its own: FORMAT SNAPSHOT OUT ROUNDS COPIES. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize } from "node:v8";
import { FORMATS, type Format, type FormatName } from "#lib/maps/formats";
import type { Snapshot } from "#lib/maps/snapshot";
import { Refused } from "#lib/verdict";

/** What takes so long is not a matter of warming up, and is written once. */
const LONG_MS = 2_500;

const [name, file = "", out = "", more, copies] = process.argv.slice(2);
/** Of all copies; after the first of them the program is warm. */
const ROUNDS = Number(more);
const { write }: Format = FORMATS[name as FormatName];
const read = (): Snapshot => deserialize(readFileSync(file));

async function timed<T>(work: () => T): Promise<{ ms: number; done: Awaited<T> }> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, done };
}

try {
  const snapshot = read();
  // What a person waits for: a program that has written nothing yet.
  const { ms: first, done: content } = await timed(() => write(snapshot));
  const bytes = Buffer.byteLength(content);
  // In kilobytes; what one file takes, before the next is begun.
  const memory = process.resourceUsage().maxRSS * 1024;
  writeFileSync(out, content);
  // Each a thread of its own in memory, so that a small one is no more at hand than a large one.
  const all = [snapshot, ...Array.from({ length: Number(copies) - 1 }, read)];
  const rounds: number[] = [];
  while (first < LONG_MS && rounds.length < ROUNDS) {
    const { ms } = await timed(async () => {
      for (const one of all) await write(one);
    });
    rounds.push(ms / all.length);
  }
  const warm = rounds.slice(1).sort((a, b) => a - b)[Math.floor((ROUNDS - 1) / 2)] ?? first;
  console.log(JSON.stringify({ bytes, memory, first, warm }));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.log(JSON.stringify({ refused: error.code }));
}
