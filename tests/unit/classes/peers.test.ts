/** Who is drawn to judge whom, and when what they wrote is read. */
import { describe, expect, it } from "vitest";
import { drawPeers, peerPhaseAt } from "#lib/classes/peers";

/** The same numbers each time. */
function chances(seed = 1) {
  let at = seed;
  return (below: number) => {
    at = (at * 48_271) % 2_147_483_647;
    return at % below;
  };
}
const people = (count: number, group = "a") => Array.from({ length: count }, (_, i) => `${group}${i}`);

describe("drawing peers", () => {
  it("lets everybody give as often as they are judged, nobody judge themselves or anybody twice", () => {
    for (const [size, each] of [
      [2, 1],
      [5, 2],
      [30, 3],
      [35, 5],
    ] as const) {
      const pairs = drawPeers([people(size)], each, chances(size));
      expect(pairs).toHaveLength(size * each);
      for (const role of ["giver", "receiver"] as const)
        for (const one of people(size)) expect(pairs.filter((pair) => pair[role] === one)).toHaveLength(each);
      expect(pairs.filter(({ giver, receiver }) => giver === receiver)).toEqual([]);
      expect(new Set(pairs.map(({ giver, receiver }) => `${giver} ${receiver}`)).size).toBe(pairs.length);
    }
  });

  it("stays within the group, and asks no more than it has others", () => {
    const pairs = drawPeers([people(3, "a"), people(1, "b"), people(4, "c")], 5, chances());
    expect(pairs).toHaveLength(3 * 2 + 4 * 3);
    expect(pairs.filter(({ giver, receiver }) => giver[0] !== receiver[0])).toEqual([]);
  });

  it("draws another order with other chances", () => {
    expect(drawPeers([people(9)], 1, chances(1))).not.toEqual(drawPeers([people(9)], 1, chances(2)));
  });
});

it("is written until it is due, and read when it is released and due", () => {
  const [before, due, after] = [new Date(1_000), new Date(2_000), new Date(3_000)];
  expect(peerPhaseAt({ dueAt: due, releasedAt: null }, before)).toBe("WRITING");
  expect(peerPhaseAt({ dueAt: due, releasedAt: before }, before)).toBe("WRITING");
  expect(peerPhaseAt({ dueAt: due, releasedAt: null }, after)).toBe("WAITING");
  expect(peerPhaseAt({ dueAt: due, releasedAt: before }, due)).toBe("SHOWN");
});
