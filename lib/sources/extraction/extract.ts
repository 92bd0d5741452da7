/**
 * Reads a file in a thread of its own, so that whatever it holds, everybody else is answered as before: bounded in
 * bytes, time and memory, one file at a time. The thread is told nothing of this process but the file.
 */
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { Proposal } from "#lib/sources/extraction/proposal";
import type { Given } from "#lib/sources/extraction/read";
import { Refused, type Values } from "#lib/verdict";

/** A long report with its images. */
export const FILE_BYTES = 5 * 2 ** 20;
/** An honest file takes a second or two, on a small machine as well. */
const READ_MS = 15_000;
/** What one reader may keep of objects: the tree of a large page takes a fifth of it. */
const HEAP_MB = 192;
/** What the process may grow by meanwhile: unpacked bytes lie outside the heap. */
const GROWTH_BYTES = 512 * 2 ** 20;
/** Unpacking fills some ten megabytes in this time. */
const LOOK_MS = 50;
/** A class that brings its texts at once; who comes later is told so, rather than kept waiting for minutes. */
const WAITING_MAX = 35;

type Said = { proposal: Proposal } | { proposal?: undefined; code: string; values: Values };

/** One being read and one in line: whoever sends what takes long keeps others waiting for no longer than that. */
const WAITING_EACH = 2;

/** By whose they are. */
const waiting: string[] = [];
let last: Promise<unknown> = Promise.resolve();

/** @throws Refused, whatever is wrong with the file; "readers-crowded" where too many wait, or too many of `whose` */
export async function extract(given: Given, { readMs = READ_MS, whose = "" } = {}): Promise<Proposal> {
  if (given.bytes.length > FILE_BYTES) throw new Refused("file-too-large");
  const crowded =
    waiting.length >= WAITING_MAX || (whose && waiting.filter((one) => one === whose).length >= WAITING_EACH);
  if (crowded) throw new Refused("readers-crowded", { ground: "unavailable" });
  waiting.push(whose);
  const mine = last.then(() => inThreads(given, readMs)).finally(() => waiting.splice(waiting.indexOf(whose), 1));
  last = mine.catch(() => {});
  return mine;
}

function startThread(workerData: Given): Worker {
  // Asked for by name, so that no bundler takes the thread's file for a part of a page.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const file = join(process.cwd(), "lib/sources/extraction/worker.ts");
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
  return new Worker(file, { workerData, resourceLimits, env: {}, execArgv: [], stdout: true, stderr: true });
}

/** A thread that ends without a word was ended by something else than the file: it is read once more, and no third time. */
async function inThreads(given: Given, readMs: number): Promise<Proposal> {
  const first = await inThread(given, readMs);
  const proposal = first ?? (await inThread(given, readMs));
  if (!proposal) throw new Refused("reading-interrupted", { ground: "unavailable" });
  return proposal;
}

/** Null where the thread ended without an answer. */
function inThread(given: Given, readMs: number): Promise<Proposal | null> {
  const thread = startThread(given);
  const began = process.memoryUsage.rss();
  return new Promise<Proposal | null>((resolve, reject) => {
    const refuse = (code: string, values?: Values) => reject(new Refused(code, { values }));
    const clock = setTimeout(() => refuse("took-too-long"), readMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - began > GROWTH_BYTES) refuse("file-too-complex");
    }, LOOK_MS);
    const end = () => {
      clearTimeout(clock);
      clearInterval(watch);
    };
    thread.once("message", (said: Said) => {
      end();
      if (said.proposal) resolve(said.proposal);
      else refuse(said.code, said.values);
    });
    thread.once("error", () => {
      end();
      refuse("file-too-complex");
    });
    // Once it has answered or was stopped this says nothing new.
    thread.once("exit", () => {
      end();
      resolve(null);
    });
  }).finally(() => thread.terminate());
}
