/** The forms of a teacher: what they send is what holds, until somebody changes it. */
import { describe, expect, it } from "vitest";
import { USUAL_RUBRIC } from "#lib/classes/assessment";
import { changeForm, valuesOf } from "#lib/classes/assignment-form";
import { keptOf } from "#lib/classes/assignment-kept";
import { type CriterionRow, rowsOf, rubricForm } from "#lib/classes/rubric-form";

const NAMED = { class: "debate-b", assignment: "ferry" };
const requires = { arguments: 2, passages: 0, articles: 1, answers: 0, met: 0, concessions: 0 };

describe("the form of a change", () => {
  it("sends back what holds, to the millisecond", () => {
    const rounds = [
      { ordinal: 1, opensAt: Date.UTC(2026, 10, 22, 8), dueAt: Date.UTC(2026, 10, 29, 17, 0, 30, 7), requires },
      { ordinal: 2, opensAt: Date.UTC(2026, 10, 30, 8, 0, 30), dueAt: Date.UTC(2026, 11, 3, 17), requires },
    ];
    const values = valuesOf({ title: "Ferry", instructions: "Argue.", rounds });
    const sent = changeForm.parse({ ...NAMED, ...values });
    expect(values.opensAt1).toBe("2026-11-22T08:00");
    expect(sent.input.rounds.map(({ opensAt, dueAt }) => [Date.parse(opensAt), Date.parse(dueAt)])).toEqual(
      rounds.map(({ opensAt, dueAt }) => [opensAt, dueAt]),
    );
    expect(sent.input.rounds[1]?.requires).toEqual(requires);
    const { switches: _, ...alone } = values;
    expect(changeForm.parse({ ...NAMED, ...alone }).input.rounds).toHaveLength(1);
  });

  it("lets a round be as it was that is over, and its opening where somebody has argued since", () => {
    const round = { ordinal: 1, opensAt: 1_000 };
    expect(keptOf(round, { frozen: [1], lastSaid: null })).toBe("OVER");
    expect(keptOf(round, { frozen: [2], lastSaid: 1_000 })).toBe("BEGUN");
    expect(keptOf(round, { frozen: [], lastSaid: 999 })).toBeNull();
    expect(keptOf(round, { frozen: [], lastSaid: null })).toBeNull();
  });
});

/** As a browser sends it. */
function sending(rows: CriterionRow[]) {
  const levels = rows.flatMap((row, i) => row.levels.map((level) => ({ of: String(i), ...level })));
  return {
    ...NAMED,
    key: rows.map(({ key }) => key),
    title: rows.map(({ title }) => title),
    weight: rows.map(({ weight }) => weight),
    asks: rows.map(({ asks }) => asks),
    of: levels.map(({ of }) => of),
    points: levels.map(({ points }) => points),
    label: levels.map(({ label }) => label),
    description: levels.map(({ description }) => description),
  };
}
const flaws = (rows: CriterionRow[]) => {
  const read = rubricForm.safeParse(sending(rows));
  return read.success ? null : read.error.issues.map(({ path, message }) => [path.join("."), message]);
};

describe("the form of a rubric", () => {
  const rows = () => structuredClone(rowsOf(USUAL_RUBRIC));

  it("has room for one more criterion and one more level, and sends back what holds", () => {
    expect(rows()).toHaveLength(USUAL_RUBRIC.criteria.length + 1);
    expect(rubricForm.parse(sending(rows())).rubric).toEqual(USUAL_RUBRIC);
  });

  it("gives a new criterion a key of its own, and leaves the others theirs", () => {
    const [first, second] = rows() as [CriterionRow, CriterionRow];
    const added = { ...first, key: "", title: first.key.toUpperCase(), weight: "50" };
    const { criteria } = rubricForm.parse(
      sending([{ ...first, weight: "30" }, added, { ...second, weight: "20" }]),
    ).rubric;
    expect(criteria.map(({ key }) => key)).toEqual([first.key, `${first.key}-2`, second.key]);
  });

  it("says at which field what is wrong, past rows that were left empty", () => {
    const all = rows();
    const [first, second] = all as [CriterionRow, CriterionRow];
    expect(flaws([{ ...first, weight: "some" }, ...all.slice(1)])).toContainEqual(["weight.0", "bad-number"]);
    const empty = { key: "", title: "", weight: "", asks: "", levels: [{ points: "", label: "", description: "" }] };
    const named = {
      ...second,
      levels: [{ points: "x", label: "Poor", description: "No." }, ...second.levels.slice(1)],
    };
    expect(flaws([empty, named])).toContainEqual(["points.1", "bad-number"]);
    expect(flaws([{ ...first, weight: "20" }, ...all.slice(1)])).toEqual([["rubric", "rubric-unfit"]]);
  });
});
