import { expect, it } from "vitest";
import { peopleOf } from "#lib/weighing/perspective";

it("somebody is of the side on which more of their visible arguments stand, and of none where they are as many", () => {
  const written = [
    ["a", "ann", null, "PRO", "VISIBLE"],
    ["b", "ben", "a", "CON", "VISIBLE"],
    // Against what is against it: for it.
    ["c", "ann", "b", "CON", "VISIBLE"],
    ["d", "cem", null, "CON", "VISIBLE"],
    ["e", "cem", "a", "PRO", "VISIBLE"],
    // What was withdrawn says nothing of its author's side.
    ["f", "dot", null, "PRO", "WITHDRAWN"],
    ["g", "dot", null, "CON", "VISIBLE"],
  ] as const;
  const debate = {
    arguments: written.map(([id, , , , state], i) => ({ id, number: i + 1, state })),
    links: written.map(([child, , parent, stance], i) => ({ id: `l${i}`, child, parent, stance, startedAt: i })),
  };
  const authorOf = (id: string) => written.find(([one]) => one === id)?.[1];
  expect(peopleOf("PRO", debate, authorOf)).toEqual(["ann"]);
  expect(peopleOf("CON", debate, authorOf)).toEqual(["ben", "dot"]);
});
