/**
 * How strong each claim of a debate is, by one of the semantics. A step carries what its claim's strength is, times what
 * is left of it after those who say that it does not follow: 1 − max(0, Π(1 − supporters) − Π(1 − attackers)), which is
 * DF-QuAD on the step taken as a claim of base 1. That is our own choice; the papers know no undercuts. Pure.
 */
import type { Network } from "#lib/weighing/network";
import type { Semantics } from "#lib/weighing/semantics";

/** For circles: a small step of Euler's method, until nothing moves any more or it has gone on long enough. */
const STEP = 0.1;
const STILL = 1e-10;
const ROUNDS = 10_000;

type Strengths = Float64Array;

/** What is left of a step. */
function carried({ of, undercuts }: Network, step: number, strengths: Strengths): number {
  let [against, inFavour] = [1, 1];
  for (const i of of[step] ?? []) {
    const undercut = undercuts[i];
    if (undercut === undefined) continue;
    const rest = 1 - (strengths[undercut.from] ?? 0);
    if (undercut.stance === "CON") against *= rest;
    else inFavour *= rest;
  }
  return 1 - Math.max(0, inFavour - against);
}

function contribution(network: Network, semantics: Semantics, step: number, strengths: Strengths): number {
  const from = network.steps[step]?.from ?? 0;
  return semantics.one((strengths[from] ?? 0) * carried(network, step, strengths));
}

function strengthAt(network: Network, semantics: Semantics, claim: number, strengths: Strengths): number {
  let [against, inFavour] = [semantics.none, semantics.none];
  for (const step of network.to[claim] ?? []) {
    const one = contribution(network, semantics, step, strengths);
    if (network.steps[step]?.stance === "CON") against = semantics.join(against, one);
    else inFavour = semantics.join(inFavour, one);
  }
  return semantics.strength(network.base[claim] ?? 0, against, inFavour);
}

/**
 * The strength of every claim, from 0 to 1, by its number. Without circles it is one pass; what goes round in one is
 * found as the rest that dσ/dt = f(σ) − σ comes to from the bases (Potyka 2018).
 */
export function strengthsOf(network: Network, semantics: Semantics): Strengths {
  const strengths = Float64Array.from(network.base);
  for (const claim of network.order) strengths[claim] = strengthAt(network, semantics, claim, strengths);
  const placed = new Set(network.order);
  const circling = [...network.base.keys()].filter((claim) => !placed.has(claim));
  for (let round = 0, moved = 1; circling.length > 0 && moved > STILL && round < ROUNDS; round += 1) {
    const pulls = circling.map((claim) => strengthAt(network, semantics, claim, strengths) - (strengths[claim] ?? 0));
    circling.forEach((claim, i) => {
      strengths[claim] = (strengths[claim] ?? 0) + STEP * (pulls[i] ?? 0);
    });
    moved = Math.max(...pulls.map(Math.abs));
  }
  return strengths;
}

/** Of each step, what the other steps of its stance to the same claim amount to; and of each claim, what all do. */
function restsOf(network: Network, semantics: Semantics, strengths: Strengths) {
  const rest = new Float64Array(network.steps.length);
  const whole = { PRO: new Float64Array(network.base.length), CON: new Float64Array(network.base.length) };
  for (const [claim, steps] of network.to.entries()) {
    for (const stance of ["PRO", "CON"] as const) {
      const alike = steps.filter((step) => network.steps[step]?.stance === stance);
      const ones = alike.map((step) => contribution(network, semantics, step, strengths));
      let before = semantics.none;
      alike.forEach((step, i) => {
        rest[step] = before;
        before = semantics.join(before, ones[i] ?? semantics.none);
      });
      whole[stance][claim] = before;
      let after = semantics.none;
      for (let i = alike.length - 1; i >= 0; i -= 1) {
        const step = alike[i] ?? 0;
        rest[step] = semantics.join(rest[step] ?? semantics.none, after);
        after = semantics.join(ones[i] ?? semantics.none, after);
      }
    }
  }
  return { rest, whole };
}

/** More than one step to a claim has changed. */
const SEVERAL = -2;
const NONE = -1;

/**
 * Of each claim, how strong `root` would be if that claim were withdrawn. A withdrawn claim carries nothing, as one of
 * strength 0; from there only what lies between it and the root is worked out again, and of a claim with thousands of
 * answers only the one that changed. Claims in a circle are taken to stay as they are.
 */
export function rootWithout(network: Network, semantics: Semantics, root: number, strengths: Strengths): Strengths {
  const { rest, whole } = restsOf(network, semantics, strengths);
  const position = new Int32Array(network.base.length).fill(NONE);
  network.order.forEach((claim, i) => {
    position[claim] = i;
  });
  const now = strengths.slice();
  /** Of a claim that waits: the one step to it that changed, or that several did. */
  const changed = new Int32Array(network.base.length).fill(NONE);
  const waiting: number[] = [];

  function spread(claim: number) {
    for (const step of network.after[claim] ?? []) {
      const end = network.steps[step]?.to ?? 0;
      const place = position[end] ?? NONE;
      if (place === NONE) continue;
      if (changed[end] === NONE) {
        changed[end] = step;
        // The last is the next to be looked at: it depends on none of the others.
        let at = waiting.length;
        while (at > 0 && (position[waiting[at - 1] ?? 0] ?? 0) < place) at -= 1;
        waiting.splice(at, 0, end);
      } else if (changed[end] !== step) changed[end] = SEVERAL;
    }
  }

  function anew(claim: number): number {
    const step = changed[claim] ?? SEVERAL;
    if (step === SEVERAL) return strengthAt(network, semantics, claim, now);
    const one = semantics.join(rest[step] ?? semantics.none, contribution(network, semantics, step, now));
    const opposed = network.steps[step]?.stance === "CON";
    const against = opposed ? one : (whole.CON[claim] ?? semantics.none);
    const inFavour = opposed ? (whole.PRO[claim] ?? semantics.none) : one;
    return semantics.strength(network.base[claim] ?? 0, against, inFavour);
  }

  return Float64Array.from(network.base, (_, withdrawn) => {
    if (withdrawn === root) return 0;
    const touched = [withdrawn];
    now[withdrawn] = 0;
    spread(withdrawn);
    for (let claim = waiting.pop(); claim !== undefined; claim = waiting.pop()) {
      const strength = anew(claim);
      changed[claim] = NONE;
      if (strength === now[claim]) continue;
      now[claim] = strength;
      touched.push(claim);
      spread(claim);
    }
    const found = now[root] ?? 0;
    for (const claim of touched) now[claim] = strengths[claim] ?? 0;
    return found;
  });
}
