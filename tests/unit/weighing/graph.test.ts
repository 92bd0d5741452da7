import { describe, expect, it } from "vitest";
import { graphOf, type Joint } from "#lib/weighing/graph";

const link = (id: string, child: string, parent: string | null, more: Partial<Joint> = {}): Joint => ({
  id,
  child,
  parent,
  stance: "CON",
  target: "CLAIM",
  aimedAt: null,
  ...more,
});
const relevance = (aimedAt: string) => ({ target: "RELEVANCE", aimedAt }) as const;
const none = new Map<string, number[]>();

describe("a thread as a graph", () => {
  it("begins with the thesis, whose base nobody rates, and goes on in the order of the arguments", () => {
    const { base, steps } = graphOf(["a", "b"], [link("1", "a", null), link("2", "b", "a")], none);
    expect(base).toEqual([0.5, 0.5, 0.5]);
    expect(steps).toEqual([
      { from: 1, to: 0, stance: "CON" },
      { from: 2, to: 1, stance: "CON" },
    ]);
  });

  it("takes a claim's base from its own ratings at all its places, never from what answers it", () => {
    const joints = [link("1", "a", null), link("2", "b", null), link("3", "b", "a")];
    const counts = new Map([
      ["2", [0, 0, 0, 0, 3]],
      ["3", [2, 0, 0, 0, 0]],
    ]);
    const { base } = graphOf(["a", "b"], joints, counts);
    expect(base[1]).toBe(0.5);
    expect(base[2]).toBeCloseTo(0.5 + (0.6 - 0.5) * 0.5, 12);
  });

  it("takes an answer to the evidence for one to the claim, and one to the relevance for one to the step", () => {
    const joints = [
      link("1", "a", null),
      link("2", "b", "a", { target: "EVIDENCE" }),
      link("3", "c", "a", relevance("1")),
      link("4", "d", "c", relevance("3")),
      link("5", "e", "d", relevance("4")),
    ];
    const { steps, undercuts } = graphOf(["a", "b", "c", "d", "e"], joints, none);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [1, 0],
      [2, 1],
      [4, 3],
    ]);
    expect(undercuts.map(({ from, step }) => [from, step])).toEqual([
      [3, 0],
      [5, 2],
    ]);
  });

  it("leaves out an answer to a step that is no longer there", () => {
    const { steps, undercuts } = graphOf(["a", "b"], [link("1", "a", null), link("2", "b", "a", relevance("0"))], none);
    expect([steps.length, undercuts]).toEqual([1, []]);
  });
});
