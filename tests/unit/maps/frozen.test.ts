import { describe, expect, it } from "vitest";
import { outline } from "#lib/arguments/tree";
import type { ArgumentState, Tombstone } from "#lib/arguments/view";
import { firstBranches } from "#lib/maps/first-branches";
import { type Content, contentOf, peopleIn, readFrozen } from "#lib/maps/frozen";
import type { Snapshot } from "#lib/maps/snapshot";
import { differenceOf, isSame } from "#lib/maps/snapshot-difference";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { chainOf } from "./chain.ts";
import { seedSources, seedThreads, seedView, taking } from "./seed-views.ts";

const seedSnapshots = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const [whole] = seedSnapshots as [Snapshot];
const handles = [...new Set(whole.arguments.flatMap(({ author, marks }) => [author, ...marks.map(({ by }) => by)]))];
const idOf = (handle: string) => `id0${handle.replaceAll("_", "0")}`;
const ids = new Map(handles.map(({ handle }) => [handle, idOf(handle)]));
const people = new Map(handles.map((one) => [idOf(one.handle), one]));
const kept = (snapshot: Snapshot) => ({
  content: JSON.parse(contentOf(snapshot, ids)) as Content,
  hash: snapshot.hash,
  takenAt: snapshot.exportedAt,
  url: "https://forum.example/t/x/snapshots/1",
});

type Today = { state: ArgumentState; tombstone: Tombstone | null };
const asTheyWere = (snapshot: Snapshot) =>
  new Map<string, Today>(snapshot.arguments.map(({ id, state, tombstone }) => [id, { state, tombstone }]));
const gone = { at: "2026-11-22T10:00:00.000Z", reason: null, code: "off-topic", policy: 1 };

describe("a frozen state", () => {
  it("holds no name and no handle, and comes back letter for letter", () => {
    const stored = kept(whole);
    for (const { handle, name } of handles)
      expect(JSON.stringify(stored.content)).not.toMatch(new RegExp(`"(?:${handle}|${name})"`));
    expect(peopleIn(stored.content).sort()).toEqual([...people.keys()].sort());
    const { snapshot, takenOut } = readFrozen(stored, { people, states: asTheyWere(whole) });
    expect(snapshot).toEqual(whole);
    expect(takenOut).toEqual([]);
  });

  it("loses every word of an argument that was removed since, and keeps its place", () => {
    for (const { id, number, claim, state } of whole.arguments) {
      if (state !== "VISIBLE") continue;
      const states = asTheyWere(whole).set(id, { state: "REMOVED", tombstone: gone });
      const { snapshot, takenOut, stood } = readFrozen(kept(whole), { people, states });
      expect(takenOut).toEqual([number]);
      expect(stood.get(id)).toBe("VISIBLE");
      const found = snapshot.arguments.find((one) => one.id === id);
      expect([found?.claim, found?.body, found?.citations, found?.marks]).toEqual([null, null, [], []]);
      expect(snapshot.links).toEqual(whole.links);
      if (whole.arguments.filter((one) => one.claim === claim).length === 1)
        expect(JSON.stringify(snapshot)).not.toContain(JSON.stringify(claim).slice(1, -1));
    }
  });

  it("leaves out what waits for review, with its links", () => {
    const states = asTheyWere(whole);
    const id = whole.arguments[0]?.id ?? "";
    states.delete(id);
    const { snapshot } = readFrozen(kept(whole), { people, states });
    expect(snapshot.arguments.map((one) => one.id)).not.toContain(id);
    expect(snapshot.links.flatMap(({ child, parent }) => [child, parent])).not.toContain(id);
  });
});

describe("what changed between two states", () => {
  const frozen = (snapshot: Snapshot) => readFrozen(kept(snapshot), { people, states: asTheyWere(snapshot) });

  it("is nothing between a state and itself", () => {
    for (const one of seedSnapshots) {
      const stood = new Map(one.arguments.map(({ id, state }) => [id, state]));
      const same = { snapshot: one, stood, takenOut: [] };
      expect(isSame(differenceOf(same, same))).toBe(true);
    }
  });

  it("tells that something was removed also where neither state can be read any more", () => {
    const target = whole.arguments.find(({ state }) => state === "VISIBLE");
    const today = asTheyWere(whole).set(target?.id ?? "", { state: "REMOVED", tombstone: gone });
    const before = readFrozen(kept(whole), { people, states: today });
    const removed = { ...before, stood: new Map([...before.stood, [target?.id ?? "", "REMOVED" as const]]) };
    const changes = differenceOf(before, removed);
    expect(changes.removed.map(({ number, claim }) => [number, claim])).toEqual([[target?.number, null]]);
  });

  it("names a lock, and words of the thread's own", () => {
    const other = { ...whole, thread: { ...whole.thread, locked: !whole.thread.locked, question: "Otherwise?" } };
    const changes = differenceOf(frozen(whole), frozen(other));
    expect([changes.question, changes.locked]).toEqual([true, whole.thread.locked ? "unlocked" : "locked"]);
    expect(isSame(changes)).toBe(false);
  });
});

describe("the beginning of a debate", () => {
  it("is as much as a page shows, however long a chain of answers is", () => {
    const { branches, left } = firstBranches(outline(chainOf(4_000)), { most: 150, deep: 6 });
    let depth = 0;
    for (let next = branches; next.length > 0; next = next[0]?.answers ?? []) depth += 1;
    expect([depth, left]).toEqual([6, 3_994]);
  });

  it("counts what it leaves out, in reading order", () => {
    const top = outline(whole);
    const all = firstBranches(top, { most: 1_000, deep: 100 });
    expect([all.branches, all.left]).toEqual([top, 0]);
    const some = firstBranches(top, { most: 3, deep: 100 });
    expect(some.branches[0]?.argument.id).toBe(top[0]?.argument.id);
    const { left } = firstBranches(top, { most: 0, deep: 1 });
    expect(some.left).toBe(left - 3);
  });
});
