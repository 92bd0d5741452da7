/**
 * Reads what somebody sent in a thread of its own, so that whatever it holds, everybody else is answered as before:
 * bounded in time and memory, one at a time. The thread is told nothing of this process but what it is to read.
 */
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { Refused, type Values } from "#lib/verdict";

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
/** One being read and one in line: whoever sends what takes long keeps others waiting for no longer than that. */
const WAITING_EACH = 2;

/** What a reader's thread answers, once. */
type Said<Read> = { ok: true; read: Read } | { ok: false; code: string; values: Values };

export interface Reader {
  /** The thread's file, from the project's root. */
  file: string;
  readMs?: number;
  heapMb?: number;
  /** By whom it was sent. */
  whose?: string;
}

/** By whose they are. */
const waiting: string[] = [];
let last: Promise<unknown> = Promise.resolve();

/** @throws Refused, whatever is wrong with it; "readers-crowded" where too many wait, or too many of `whose` */
export async function readInThread<Read>(given: unknown, reader: Reader): Promise<Read> {
  const { whose = "" } = reader;
  const crowded =
    waiting.length >= WAITING_MAX || (whose && waiting.filter((one) => one === whose).length >= WAITING_EACH);
  if (crowded) throw new Refused("readers-crowded", { ground: "unavailable" });
  waiting.push(whose);
  const mine = last.then(() => inThreads<Read>(given, reader)).finally(() => waiting.splice(waiting.indexOf(whose), 1));
  last = mine.catch(() => {});
  return mine;
}

function startThread(workerData: unknown, { file, heapMb = HEAP_MB }: Reader): Worker {
  // Asked for by name, so that no bundler takes the thread's file for a part of a page.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
  const path = join(process.cwd(), file);
  return new Worker(path, { workerData, resourceLimits, env: {}, execArgv: [], stdout: true, stderr: true });
}

/** A thread that ends without a word was ended by something else than the file: it is read once more, and no third time. */
async function inThreads<Read>(given: unknown, reader: Reader): Promise<Read> {
  const first = await inThread<Read>(given, reader);
  const read = first ?? (await inThread<Read>(given, reader));
  if (read === null) throw new Refused("reading-interrupted", { ground: "unavailable" });
  return read;
}

/** Null where the thread ended without an answer. */
function inThread<Read>(given: unknown, reader: Reader): Promise<Read | null> {
  const thread = startThread(given, reader);
  const began = process.memoryUsage.rss();
  return new Promise<Read | null>((resolve, reject) => {
    const refuse = (code: string, values?: Values) => reject(new Refused(code, { values }));
    const clock = setTimeout(() => refuse("took-too-long"), reader.readMs ?? READ_MS);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - began > GROWTH_BYTES) refuse("file-too-complex");
    }, LOOK_MS);
    const end = () => {
      clearTimeout(clock);
      clearInterval(watch);
    };
    thread.once("message", (said: Said<Read>) => {
      end();
      if (said.ok) resolve(said.read);
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
