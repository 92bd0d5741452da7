import { describe, expect, it } from "vitest";
import { outline } from "#lib/arguments/tree";
import type { Stance } from "#lib/arguments/view";
import type { Done } from "#lib/classes/round";
import { BEFORE, columnsOf, sheetOf, speechAt } from "#lib/classes/round-flow";
import { conFirst, USUAL } from "#lib/classes/round-formats";

const S = 1_000;
const timing = { speeches: [{ seconds: 60 }, { seconds: 30 }, { seconds: 60 }], prepSeconds: 60 };
const done: Done[] = [
  { act: "START", at: 10 * S },
  { act: "NEXT", at: 70 * S },
  { act: "NEXT", at: 100 * S },
  { act: "NEXT", at: 160 * S },
];

/** Arguments by id, each with what it answers; a row of the sheet as its cells by speech. */
function rowsOf(
  said: [id: string, parent: string | null, speech: number][],
  notes: [string, number, string | null][] = [],
) {
  const links = said.map(([child, parent], i) => ({
    id: `l${child}`,
    child,
    parent,
    stance: "CON" as Stance,
    startedAt: i,
  }));
  const speeches = new Map(said.map(([id, , speech]) => [id, speech]));
  const debate = { arguments: said.map(([id], i) => ({ id, number: i + 1, state: "VISIBLE" as const })), links };
  const noted = notes.map(([id, speech, answers]) => ({ id, speech, answers }));
  const rows = sheetOf(outline(debate), noted, ({ id }) => speeches.get(id) ?? 0);
  return rows.map(({ cells }) =>
    Object.fromEntries(
      [...cells].map(([speech, entries]) => [
        speech,
        entries.map((one) => (one.kind === "note" ? one.note.id : one.branch.argument.id)).join(" "),
      ]),
    ),
  );
}

describe("the speech that was on at a moment", () => {
  it.each([
    [-1, BEFORE],
    [0, 0],
    [69, 0],
    [70, 1],
    [159, 2],
    [900, 2],
  ])("%i seconds in is speech %i", (seconds, speech) => {
    expect(speechAt(timing, 0, done, seconds * S)).toBe(speech);
  });
});

describe("the sheet", () => {
  it("keeps a line of argument in a row, each answer in the column of its speech", () => {
    expect(
      rowsOf([
        ["a", null, 0],
        ["b", "a", 1],
        ["c", "b", 2],
        ["d", null, 0],
      ]),
    ).toEqual([{ 0: "a", 1: "b", 2: "c" }, { 0: "d" }]);
  });

  it("sets several of one speech below each other, before what was said in the next", () => {
    expect(
      rowsOf([
        ["a", null, 0],
        ["b", "a", 1],
        ["c", "a", 1],
        ["d", "b", 1],
      ]),
    ).toEqual([{ 0: "a", 1: "b d c" }]);
  });

  it("has notes in the rows of what they answer, and in rows of their own", () => {
    expect(
      rowsOf(
        [
          ["a", null, 0],
          ["b", "a", 1],
        ],
        [
          ["n1", 2, "b"],
          ["n2", 1, null],
          ["n3", 2, "unseen"],
        ],
      ),
    ).toEqual([{ 0: "a", 1: "b", 2: "n1" }, { 1: "n2" }, { 2: "n3" }]);
  });

  it("has a column for each speech in which something was said, and for the one that is on", () => {
    const cells = (...speeches: number[]) => ({ cells: new Map(speeches.map((speech) => [speech, []])) });
    expect(columnsOf([cells(BEFORE, 2), cells(0)], 1)).toEqual([BEFORE, 0, 1, 2]);
  });
});

it("in public forum Con may speak first: sides change places, questions of both stay", () => {
  const sides = conFirst(USUAL.PUBLIC_FORUM).speeches.map(({ side }) => side);
  expect(sides.slice(0, 3)).toEqual(["CON", "PRO", null]);
  expect(sides).toHaveLength(USUAL.PUBLIC_FORUM.speeches.length);
});
