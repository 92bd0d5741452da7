import { describe, expect, it } from "vitest";
import type { NewsView } from "#lib/visits/news";
import { begin, gone, happened, kept, type Reading, saw, sawAll, shown, told, unseen } from "#lib/visits/reading";

const NEWS: NewsView = {
  kept: true,
  latest: 50,
  seen: 40,
  singly: [48],
  at: null,
  items: [
    { argument: "a", number: 1, kind: "new", first: 41, last: 41 },
    { argument: "b", number: 2, kind: "changed", first: 43, last: 45 },
    { argument: "c", number: 3, kind: "new", first: 48, last: 48 },
  ],
  more: false,
};
const start = () => told(begin(50), NEWS);
const arrive = (reading: Reading, argument: string, id: number) =>
  happened(reading, { argument, id, kind: "new", waits: true });
const names = (news: Iterable<{ argument: string }>) => Array.from(news, ({ argument }) => argument);

describe("a visit under way", () => {
  it("begins with what is unseen, without what was seen singly before", () => {
    expect(names(unseen(start()))).toEqual(["a", "b"]);
    expect(kept(start())).toEqual({ seen: 40, singly: [48] });
  });

  it("keeps up to the first that is unseen, and everything once nothing is", () => {
    const one = saw(start(), "b");
    expect(kept(one)).toEqual({ seen: 40, singly: [45, 48] });
    expect(kept(saw(one, "a"))).toEqual({ seen: 50, singly: [] });
    expect(kept(sawAll(start()))).toEqual({ seen: 50, singly: [] });
    expect(saw(one, "b")).toBe(one);
    expect(saw(one, "nobody")).toBe(one);
  });

  it("lets what arrives wait, unseen even when all is marked as seen, until it is shown", () => {
    const waiting = arrive(arrive(start(), "d", 51), "d", 51);
    expect(names(waiting.waiting.values())).toEqual(["d"]);
    expect(names(unseen(waiting))).toEqual(["a", "b"]);
    expect(kept(sawAll(waiting))).toEqual({ seen: 50, singly: [] });
    const there = shown(waiting);
    expect([there.waiting.size, names(unseen(there))]).toEqual([0, ["a", "b", "d"]]);
    expect(kept(sawAll(there))).toEqual({ seen: 51, singly: [] });
  });

  it("has one news for each argument, new until it was seen and changed from then on", () => {
    const revised = happened(arrive(start(), "d", 51), { argument: "d", id: 52, kind: "changed", waits: false });
    expect(revised.waiting.get("d")).toEqual({ argument: "d", kind: "new", first: 51, last: 52 });
    const again = happened(saw(shown(revised), "d"), { argument: "d", id: 53, kind: "changed", waits: false });
    expect(again.items.get("d")).toEqual({ argument: "d", kind: "changed", first: 53, last: 53 });
    expect(names(unseen(again))).toContain("d");
  });

  it("has nothing to read in what came and went, and a change where a known one went", () => {
    expect(gone(arrive(start(), "d", 51), { argument: "d", id: 52 }).waiting.size).toBe(0);
    expect(names(unseen(gone(start(), { argument: "a", id: 51 })))).toEqual(["b"]);
    expect(unseen(gone(start(), { argument: "known", id: 51 })).at(-1)).toMatchObject({
      argument: "known",
      kind: "changed",
    });
    expect(gone(start(), { argument: "a", id: 51 }).latest).toBe(51);
  });

  it("keeps what came by the stream before the server told what is new", () => {
    const early = told(arrive(begin(50), "d", 51), {
      ...NEWS,
      latest: 51,
      items: [...NEWS.items, { argument: "d", number: 4, kind: "new", first: 51, last: 51 }],
    });
    expect(names(early.waiting.values())).toEqual(["d"]);
    expect(names(unseen(early))).toEqual(["a", "b"]);
  });
});
