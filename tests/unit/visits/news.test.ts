import { describe, expect, it } from "vitest";
import { type NewsItem, visitAfter } from "#lib/visits/news";

const item = (number: number, first: number, last = first): NewsItem => ({
  argument: `a${number}`,
  number,
  kind: "new",
  first,
  last,
});
const kept = (singly: number[], more = false) =>
  visitAfter({ latest: 60, items: [item(1, 41), item(2, 43, 50), item(3, 45)], more }, new Set(singly));

describe("what is kept of a visit", () => {
  it("is everything once nothing is unseen", () => {
    expect(kept([41, 50, 45])).toEqual({ seen: 60, singly: [] });
    expect(visitAfter({ latest: 60, items: [], more: false }, new Set())).toEqual({ seen: 60, singly: [] });
  });

  it("ends before the first that is unseen, and keeps later ones singly", () => {
    expect(kept([])).toEqual({ seen: 40, singly: [] });
    expect(kept([41, 45])).toEqual({ seen: 42, singly: [45] });
  });

  it("counts an argument as unseen until its latest change was seen", () => {
    expect(kept([41, 43, 45])).toEqual({ seen: 42, singly: [43, 45] });
  });

  it("goes no further than what could be listed", () => {
    expect(kept([41, 50, 45], true)).toEqual({ seen: 44, singly: [45, 50] });
  });
});
