/**
 * Compares two states of a thread. What is small is compared at once; a large one takes seconds, to read two states of
 * some twenty megabytes and to hash them, in which nobody else would be served: it has a thread of its own, one at a time.
 */
import { once } from "node:events";
import { join } from "node:path";
import { type Changes, type Compared, readChanges } from "#lib/maps/changes";
import { AT_ONCE_MAX } from "#lib/maps/making";
import { countArguments } from "#lib/maps/queries";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** What the thread says. */
export type Told = { changes: Changes } | { missing: true };

/** Two states of ten thousand arguments take half of it. */
const HEAP_MB = 768;

let before: Promise<unknown> = Promise.resolve();

/** @throws Missing */
export async function getChanges(viewer: Viewer, compared: Compared): Promise<Changes> {
  if ((await countArguments(viewer, compared.slug)) <= AT_ONCE_MAX) return readChanges(viewer, compared);
  const mine = before.then(() => compareInThread(viewer, compared));
  before = mine.catch(() => {});
  return mine;
}

/** @throws Missing */
export async function compareInThread(viewer: Viewer, compared: Compared): Promise<Changes> {
  // Asked for by name, so that no bundler takes the thread's file for a part of a page.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const file = join(process.cwd(), "lib/maps/comparing-thread.ts");
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };
  const thread = new Worker(file, { workerData: { viewer, compared }, resourceLimits, execArgv: [] });
  try {
    const ended = once(thread, "exit").then(() => Promise.reject(new Error("a comparing thread ended without a word")));
    const [told] = (await Promise.race([once(thread, "message"), ended])) as [Told];
    if ("missing" in told) throw new Missing();
    return told.changes;
  } finally {
    await thread.terminate();
  }
}
