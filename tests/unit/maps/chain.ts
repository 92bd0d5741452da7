/** A debate of two who never stop: each argument answers the one before it. */
import { snapshotOf } from "#lib/maps/snapshot-of";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

export function chainOf(length: number, body?: string) {
  const [thread] = seedThreads;
  const [one] = thread?.arguments ?? [];
  if (thread === undefined || one === undefined) throw new Error("the seed is empty");
  const links = Array.from({ length }, (_, i) => ({
    ...one,
    key: `k${i}`,
    parent: i === 0 ? null : `k${i - 1}`,
    body,
  }));
  return snapshotOf(seedView({ ...thread, arguments: links }), seedSources, taking);
}
