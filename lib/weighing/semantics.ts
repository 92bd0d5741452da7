/**
 * Two ways to say how strong a claim is, given its own base and the strengths of what answers it, all from 0 to 1.
 * Both are defined by their authors on bipolar argument graphs, where answers attack or support. Written from the papers:
 *
 * DF-QuAD: A. Rago, F. Toni, M. Aurisicchio, P. Baroni, "Discontinuity-Free Decision Support with Quantitative
 * Argumentation Debates", Principles of Knowledge Representation and Reasoning (KR), 2016. The chance that none of
 * several independent answers holds, on either side; one answer of full strength outweighs any number of weak ones.
 *
 * Quadratic energy: N. Potyka, "Continuous Dynamical Systems for Weighted Bipolar Argumentation", KR, 2018. The
 * answers' strengths are added up; many move a claim more than one, and none ever moves it all the way.
 */

export interface Semantics {
  /** What no answer at all amounts to. */
  none: number;
  /** What one answer of this strength amounts to. */
  one(strength: number): number;
  /** What two lots of answers amount to together; in any order. */
  join(a: number, b: number): number;
  strength(base: number, against: number, inFavour: number): number;
}

const toward = (base: number, force: number): number => (force > 0 ? base + (1 - base) * force : base + base * force);

const dfQuad: Semantics = {
  none: 1,
  one: (strength) => 1 - strength,
  join: (a, b) => a * b,
  strength: (base, against, inFavour) => toward(base, against - inFavour),
};

const quadraticEnergy: Semantics = {
  none: 0,
  one: (strength) => strength,
  join: (a, b) => a + b,
  strength: (base, against, inFavour) => {
    const energy = inFavour - against;
    const force = energy ** 2 / (1 + energy ** 2);
    return toward(base, energy > 0 ? force : -force);
  },
};

export const SEMANTICS = { quadraticEnergy, dfQuad } as const;
export type Method = keyof typeof SEMANTICS;
