import { describe, expect, it } from "vitest";
import { ROSTER_LINES_MAX, RosterError, readRoster } from "#lib/classes/roster";
import { changesOf } from "#lib/classes/roster-changes";
import { drawHandles, nameOf } from "#lib/classes/word-pairs";
import { flawOfHandle, skeletonOf } from "#lib/users/handles";

const names = (text: string) => readRoster(text).listed.map(({ name }) => name);
const flaws = (text: string) => readRoster(text).unfit.map(({ line, reason }) => `${line} ${reason}`);

describe("a list of names", () => {
  it("has one a line, whatever ends the lines", () => {
    expect(names("Ana Ruiz\r\n\r\n  Bo Øst \rŠárka Nová\n")).toEqual(["Ana Ruiz", "Bo Øst", "Šárka Nová"]);
    expect(readRoster("a\n\nb").listed.map(({ line }) => line)).toEqual([1, 3]);
  });

  it("says of each line that cannot be a name which it is and why", () => {
    const hostile = [
      ...[
        "=HYPERLINK(1)",
        "+1",
        "-x",
        "@x",
        " \u200b=x",
        "＝x",
        "a\u202eb",
        "a\u0000b",
        "\u200b\u2060",
        "x".repeat(81),
      ],
      ...["Ana", "ana", `a${"\u0300".repeat(20)}`, "\ud800"],
    ];
    expect(flaws(hostile.join("\n"))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((line) => `${line} formula`),
      ...[7, 8, 9, 10].map((line) => `${line} name-unfit`),
      ...["12 named-twice", "13 name-unfit", "14 name-unfit"],
    ]);
  });

  it("is read in bounded time, and refused when it is longer than a school", () => {
    const many = Array.from({ length: ROSTER_LINES_MAX }, (_, i) => `Pupil ${i}`).join("\n");
    const begun = performance.now();
    expect(names(many)).toHaveLength(ROSTER_LINES_MAX);
    expect(performance.now() - begun).toBeLessThan(1_500);
    for (const text of [`${many}\nmore\nmore`, "x".repeat(1_000_001)])
      expect(() => readRoster(text)).toThrow(new RosterError("roster-too-long"));
    expect(() => readRoster(" \n ")).toThrow(new RosterError("roster-empty"));
  });
});

describe("a table of OneRoster", () => {
  const HEAD = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName";

  it("is read by its columns, with who has left and who is no pupil", () => {
    const { listed, unfit } = readRoster(
      [
        `\ufeff${HEAD}`,
        'p1,active,2026-01-01,true,"o1,o2",student,aruiz,"Ana, ""Nan""",Ruiz',
        "p2,tobedeleted,2026-01-01,true,o1,student,bo,Bo,Øst",
        "p3,active,2026-01-01,false,o1,student,cy,Cy,Young",
        "t1,active,2026-01-01,true,o1,teacher,t,Tess,Teacher",
        "=p4,active,2026-01-01,true,o1,student,d,Dee,Dee",
        "p5,active,2026-01-01,true,o1,student,d,Dee,=cmd|'/c calc'!A0",
        "p1,active,2026-01-01,true,o1,student,d,Ana,Twice",
        "p6,active,2026-01-01,true,o1,student,d,,",
      ].join("\r\n"),
    );
    expect(listed).toEqual([
      { line: 2, name: 'Ana, "Nan" Ruiz', sourcedId: "p1", left: false },
      { line: 3, name: "Bo Øst", sourcedId: "p2", left: true },
      { line: 4, name: "Cy Young", sourcedId: "p3", left: true },
    ]);
    expect(unfit.map(({ line, reason }) => [line, reason])).toEqual([
      [5, "not-a-pupil"],
      [6, "formula"],
      [7, "formula"],
      [8, "named-twice"],
      [9, "no-name"],
    ]);
  });

  it("is refused where its quotation marks do not end", () => {
    expect(() => readRoster(`${HEAD}\np1,"active,x`)).toThrow(RosterError);
  });
});

describe("what a list changes", () => {
  const kept = (name: string, more: object = {}) => ({
    userId: name,
    handle: name,
    name,
    sourcedId: null,
    removed: false,
    ...more,
  });

  it("is who is new, called otherwise, gone; whoever was removed stays out", () => {
    const here = [kept("Ana"), kept("Bo", { sourcedId: "p2" }), kept("Cy"), kept("Dee", { removed: true })];
    const roster = {
      listed: [
        { line: 1, name: "ana", sourcedId: null, left: false },
        { line: 2, name: "Beau", sourcedId: "p2", left: false },
        { line: 3, name: "Eve", sourcedId: null, left: false },
        { line: 4, name: "Dee", sourcedId: null, left: false },
      ],
      unfit: [],
    };
    const { added, same, changed, gone, unfit } = changesOf(roster, here);
    expect(added.map(({ name }) => name)).toEqual(["Eve"]);
    expect(same).toEqual([]);
    expect(changed.map(({ name, newName }) => [name, newName])).toEqual([
      ["Ana", "ana"],
      ["Bo", "Beau"],
    ]);
    expect(gone.map(({ name }) => name)).toEqual(["Cy"]);
    expect(unfit).toEqual([{ line: 4, reason: "was-removed" }]);
  });
});

describe("drawn handles", () => {
  it("are fit, and no two could be taken for each other", () => {
    const drawn = drawHandles(500);
    expect(drawn.length).toBeGreaterThan(1_000);
    expect(drawn.filter((handle) => flawOfHandle(handle) !== null)).toEqual([]);
    expect(new Set(drawn.map(skeletonOf)).size).toBe(drawn.length);
    expect(nameOf("amber_heron42")).toBe("Amber Heron 42");
  });
});
