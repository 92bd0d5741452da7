import { describe, expect, it } from "vitest";
import { type Graph, networkOf, type Step } from "#lib/weighing/network";
import { type Method, SEMANTICS } from "#lib/weighing/semantics";
import { rootWithout, strengthsOf } from "#lib/weighing/strength";
import { cpuMs } from "../text/cpu.ts";

const METHODS = Object.keys(SEMANTICS) as Method[];

/** A graph in words: "C1 > A2" attacks, "P1 + A1" supports. */
function graphOf(bases: Record<string, number>, words: string[]): { graph: Graph; at: (name: string) => number } {
  const names = Object.keys(bases);
  const at = (name: string) => names.indexOf(name);
  const steps = words.map((word): Step => {
    const [from = "", sign, to = ""] = word.split(" ");
    return { from: at(from), to: at(to), stance: sign === "+" ? "PRO" : "CON" };
  });
  return { graph: { base: Object.values(bases), steps, undercuts: [] }, at };
}

/** Numbers from 0 to 1, the same at every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** A debate in which later claims answer earlier ones, one in ten in two places, one in ten by an undercut. */
function debateOf(size: number, random: () => number): Graph {
  const base = Array.from({ length: size }, random);
  const steps: Step[] = [];
  const undercuts: Graph["undercuts"][number][] = [];
  for (let from = 1; from < size; from += 1) {
    const stance = random() < 0.5 ? "PRO" : "CON";
    const to = Math.floor(random() ** 2 * from);
    const above = steps.findIndex((step) => step.from === to);
    if (above >= 0 && random() < 0.1) undercuts.push({ from, step: above, stance });
    else steps.push({ from, to, stance });
    if (random() < 0.1) steps.push({ from, to: Math.floor(random() * from), stance: "CON" });
  }
  return { base, steps, undercuts };
}

describe("the strength of claims", () => {
  it("is what another library computes for an example without circles", () => {
    const { graph, at } = graphOf({ A1: 0.5, A2: 0.5, P1: 0.7, P2: 0.5, P3: 0.9, C1: 0.2, C2: 0.2, C3: 0.6, C4: 0.5 }, [
      "C1 > A2",
      "C2 > P2",
      "C3 > P2",
      "C4 > P2",
      "P1 + A1",
      "P2 + A1",
      "P3 + A2",
    ]);
    const golden: Record<Method, number[]> = {
      dfQuad: [0.862, 0.85, 0.08],
      quadraticEnergy: [0.719852, 0.66443, 0.185874],
    };
    for (const method of METHODS) {
      const strengths = strengthsOf(networkOf(graph), SEMANTICS[method]);
      ["A1", "A2", "P2"].forEach((name, i) => {
        expect(strengths[at(name)], `${method} ${name}`).toBeCloseTo(golden[method][i] ?? 0, 6);
      });
    }
  });

  it("is what another library computes for an example with circles", () => {
    const { graph, at } = graphOf({ Buy: 0.5, Sell: 0.5, "1": 0.8, "2": 0.7, "3": 0.3, "4": 0.9, "5": 0.9 }, [
      "Buy > Sell",
      "Sell > Buy",
      "2 > 1",
      "3 > 2",
      "4 > 3",
      "5 > 1",
      "1 + Sell",
      "2 + Buy",
      "4 + 2",
      "5 + Buy",
    ]);
    const golden: Record<Method, number[]> = { dfQuad: [0.9964, 0.0034], quadraticEnergy: [0.8216, 0.3622] };
    for (const method of METHODS) {
      const strengths = strengthsOf(networkOf(graph), SEMANTICS[method]);
      // Objects put names that are numbers first.
      ["Buy", "Sell"].forEach((name, i) => {
        expect(strengths[at(name)], `${method} ${name}`).toBeCloseTo(golden[method][i] ?? 0, 4);
      });
    }
  });

  it("falls with an attack, rises with a support, and is the base where nothing answers", () => {
    const alone = { base: [0.4, 0.9], undercuts: [] };
    for (const method of METHODS) {
      const root = (steps: Step[]) => strengthsOf(networkOf({ ...alone, steps }), SEMANTICS[method])[0];
      expect(root([])).toBe(0.4);
      expect(root([{ from: 1, to: 0, stance: "CON" }])).toBeLessThan(0.4);
      expect(root([{ from: 1, to: 0, stance: "PRO" }])).toBeGreaterThan(0.4);
    }
  });

  it("takes from a step what says that it does not follow, and leaves the claim as strong as it was", () => {
    const steps: Step[] = [{ from: 1, to: 0, stance: "PRO" }];
    const graph = { base: [0.5, 0.8, 0.6, 0.3], steps };
    const undercut = { from: 2, step: 0, stance: "CON" } as const;
    const defended = { from: 3, step: 0, stance: "PRO" } as const;
    const dfQuad = (undercuts: Graph["undercuts"]) => strengthsOf(networkOf({ ...graph, undercuts }), SEMANTICS.dfQuad);
    expect(dfQuad([])[0]).toBeCloseTo(0.5 + 0.5 * 0.8, 12);
    expect(dfQuad([undercut])[0]).toBeCloseTo(0.5 + 0.5 * 0.8 * 0.4, 12);
    expect(dfQuad([undercut])[1]).toBe(0.8);
    expect(dfQuad([undercut, defended])[0]).toBeCloseTo(0.5 + 0.5 * 0.8 * (1 - (0.7 - 0.4)), 12);
  });

  it("stays from 0 to 1 in debates of every shape", () => {
    for (const seed of [1, 2, 3]) {
      const network = networkOf(debateOf(300, chance(seed)));
      expect(network.order).toHaveLength(300);
      for (const method of METHODS)
        for (const strength of strengthsOf(network, SEMANTICS[method]))
          expect(strength >= 0 && strength <= 1, `${strength}`).toBe(true);
    }
  });
});

describe("what would change most", () => {
  it("is what working everything out again without the claim gives", () => {
    for (const seed of [4, 5, 6]) {
      const graph = debateOf(120, chance(seed));
      const network = networkOf(graph);
      for (const method of METHODS) {
        const semantics = SEMANTICS[method];
        const without = rootWithout(network, semantics, 0, strengthsOf(network, semantics));
        for (let gone = 1; gone < graph.base.length; gone += 1) {
          // Without its steps and undercuts nothing of it is left; steps keep their places.
          const steps = graph.steps.map((step) => (step.from === gone ? { ...step, from: graph.base.length } : step));
          const undercuts = graph.undercuts.filter(({ from }) => from !== gone);
          const rest = networkOf({ base: [...graph.base, 0], steps, undercuts });
          expect(without[gone], `${method} ${seed} ${gone}`).toBeCloseTo(strengthsOf(rest, semantics)[0] ?? 0, 12);
        }
      }
    }
  });

  it("is worked out for ten thousand arguments in well under a second", () => {
    const network = networkOf(debateOf(10_000, chance(7)));
    const spent = cpuMs(() => {
      for (const method of METHODS) {
        const strengths = strengthsOf(network, SEMANTICS[method]);
        rootWithout(network, SEMANTICS[method], 0, strengths);
      }
    });
    expect(spent).toBeLessThan(1_000);
  });
});
