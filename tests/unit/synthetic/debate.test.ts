import { describe, expect, it } from "vitest";
import { Chance } from "../../../bin/synthetic/chance.ts";
import { planDebate } from "../../../bin/synthetic/debate.ts";

const SIZE = { arguments: 3_000, depth: 7, people: 20, passages: 50 };

function levelsOf(plan: ReturnType<typeof planDebate>): number[] {
  const levels: number[] = [];
  for (const { parent } of plan) levels.push(parent === null ? 1 : (levels[parent] as number) + 1);
  return levels;
}

describe("a synthetic debate", () => {
  it("is the same for the same numbers, and another for another draw", () => {
    const plan = (seed: number) => JSON.stringify(planDebate(new Chance(seed), SIZE));
    expect(plan(3)).toBe(plan(3));
    expect(plan(3)).not.toBe(plan(4));
  });

  it("answers only what was said before, and stays within its depth", () => {
    const plan = planDebate(new Chance(1), SIZE);
    expect(plan).toHaveLength(SIZE.arguments);
    plan.forEach(({ parent, also }, place) => {
      if (parent !== null) expect(parent).toBeLessThan(place);
      if (also) expect(also.parent).toBeLessThan(place);
      expect(also?.parent).not.toBe(parent);
    });
    expect(Math.max(...levelsOf(plan))).toBe(SIZE.depth);
  });

  it("is skewed: few are answered often, most never", () => {
    const plan = planDebate(new Chance(1), SIZE);
    const answers = Array.from({ length: SIZE.arguments }, () => 0);
    for (const { parent } of plan) if (parent !== null) answers[parent] = (answers[parent] as number) + 1;
    expect(answers.filter((count) => count === 0).length).toBeGreaterThan(SIZE.arguments / 3);
    expect(Math.max(...answers)).toBeGreaterThan(20);
  });

  it("says nothing longer than a claim may be, and cites one to three passages", () => {
    for (const { claim, passages, body } of planDebate(new Chance(2), SIZE)) {
      expect(claim.length).toBeLessThanOrEqual(280);
      expect(body?.length ?? 0).toBeLessThanOrEqual(5_000);
      expect(new Set(passages).size).toBe(passages.length);
      expect(passages.every((place) => place >= 0 && place < SIZE.passages)).toBe(true);
    }
  });
});
