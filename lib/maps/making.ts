/**
 * Makes files. What is small is written at once; what takes longer than others may wait is made in a thread of its own,
 * bounded in time and memory, few at a time, and only as long as somebody waits for it. Nothing is kept: whoever goes
 * away has cancelled it, in any number of processes, and there is nothing to clean up.
 */
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { isLight } from "#lib/maps/formats";
import { countArguments } from "#lib/maps/queries";
import { type Wanted, writtenAs } from "#lib/maps/writing";
import type { Viewer } from "#lib/users/viewer";
import { Missing, Refused, type Values } from "#lib/verdict";

/** Text of so many takes some twenty milliseconds, less than anybody else notices. */
export const AT_ONCE_MAX = 300;
/** One for each core of a small machine: the first is then shared with everybody's pages, which go before. */
const THREADS = 2;
/** Of one person, being made and in line. */
const EACH = 2;
/** A class that takes a debate along at once; who comes later is told so. */
const LINE_MAX = 40;
/** The largest, ten thousand arguments on paper, takes twenty seconds of a core; a crowded machine may take five times as long. */
const MAKE_MS = 120_000;
/** Ten thousand arguments as a Word file, which the library holds whole, take two thirds of it. */
const HEAP_MB = 768;
/** Three halves of 32: with half of it what is still needed is moved twice as often, with twice it a drawing takes more than 300 MB. */
const YOUNG_MB = 96;

export interface Asked {
  viewer: Viewer;
  wanted: Wanted;
}

/** What the thread says: how far it is, and last what became of it. */
export type Said =
  | { part: number }
  | { bytes: Uint8Array<ArrayBuffer> }
  | { missing: true }
  | { refused: { code: string; values: Values } };

interface Waiting {
  /** Who waits: a person's id, or a network. */
  whose: string;
  /** Whoever waits no longer. */
  signal: AbortSignal;
  /** Hears what part is done: null while it waits for its turn. */
  told?: (part: number | null) => void;
}

const line: { whose: string; begin: () => void; begun: boolean }[] = [];

/** @throws Missing · Refused "makers-crowded", "making-took-too-long", "file-too-large-to-make" */
export async function makeFile(viewer: Viewer, wanted: Wanted, waiting: Waiting) {
  const count = await countArguments(viewer, wanted.slug);
  if (isLight(wanted.format) && count <= AT_ONCE_MAX) return writtenAs(viewer, wanted);
  return inLine(waiting, () => inThread({ viewer, wanted }, waiting));
}

/** Does it when it is its turn; whoever goes away gives the place up. */
async function inLine<T>({ whose, signal, told }: Waiting, make: () => Promise<T>): Promise<T> {
  if (line.length >= LINE_MAX || line.filter((one) => one.whose === whose).length >= EACH)
    throw new Refused("makers-crowded", { ground: "unavailable" });
  const turn = Promise.withResolvers<void>();
  const mine = { whose, begin: turn.resolve, begun: false };
  line.push(mine);
  const leave = () => turn.reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    signal.throwIfAborted();
    callNext();
    if (!mine.begun) told?.(null);
    await turn.promise;
    return await make();
  } finally {
    signal.removeEventListener("abort", leave);
    line.splice(line.indexOf(mine), 1);
    callNext();
  }
}

function callNext(): void {
  for (const one of line.slice(0, THREADS)) {
    if (!one.begun) one.begin();
    one.begun = true;
  }
}

function startThread(workerData: Asked): Worker {
  // Asked for by name, so that no bundler takes the thread's file for a part of a page.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const file = join(process.cwd(), "lib/maps/making-thread.ts");
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 4 };
  return new Worker(file, { workerData, resourceLimits, execArgv: [] });
}

function inThread(asked: Asked, { signal, told }: Waiting): Promise<Uint8Array<ArrayBuffer>> {
  const thread = startThread(asked);
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const clock = setTimeout(() => reject(new Refused("making-took-too-long", { ground: "unavailable" })), MAKE_MS);
  const leave = () => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  thread.on("message", (said: Said) => {
    if ("part" in said) told?.(said.part);
    else if ("bytes" in said) resolve(said.bytes);
    else reject("missing" in said ? new Missing() : new Refused(said.refused.code, { values: said.refused.values }));
  });
  thread.once("error", (error: NodeJS.ErrnoException) =>
    reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Refused("file-too-large-to-make") : error),
  );
  thread.once("exit", () => reject(new Error("a file's thread ended without a word")));
  return promise.finally(() => {
    clearTimeout(clock);
    signal.removeEventListener("abort", leave);
    return thread.terminate();
  });
}
