import { describe, expect, it } from "vitest";
import { isDropped } from "#lib/arguments/dropped";
import {
  type Branch,
  countBelow,
  countBySide,
  type Debate,
  outline,
  pathTo,
  placesOf,
  sideOf,
} from "#lib/arguments/tree";
import type { ArgumentState, ArgumentView, LinkView, Stance } from "#lib/arguments/view";

const MORNING = Date.UTC(2026, 10, 12, 8);
const HOUR = 3_600_000;
const at = (hours: number) => new Date(MORNING + hours * HOUR).toISOString();

/** Argument n is posted n hours after the first morning. */
function argument(number: number, state: ArgumentState = "VISIBLE"): ArgumentView {
  return {
    id: `n${number}`,
    number,
    state,
    author: { handle: "naledi", name: "Naledi Mokoena" },
    postedAt: at(number),
    claim: state === "VISIBLE" ? `Claim ${number}` : null,
    body: null,
    citations: [],
    revision: 1,
    revisedAfterAnswers: false,
    marks: [],
    tombstone: null,
  };
}

function link(child: number, parent: number | null, stance: Stance, startedAt = at(child)): LinkView {
  return {
    id: `${child}-${parent ?? "q"}`,
    child: `n${child}`,
    parent: parent === null ? null : `n${parent}`,
    stance,
    target: "CLAIM",
    targetCitation: null,
    targetLink: null,
    concession: false,
    startedAt,
  };
}

function debate(links: LinkView[], states: Record<number, ArgumentState> = {}): Debate {
  const numbers = new Set(links.map(({ child }) => Number(child.slice(1))));
  return { arguments: [...numbers].map((number) => argument(number, states[number])), links };
}

/** The outline as text: "1+ (2- (3-))", a reference with a dash of its own: "3=". */
function drawn(branches: Branch[]): string {
  return branches
    .map(({ argument: { number }, link: { stance }, again, answers }) => {
      const sign = again ? "=" : stance === "PRO" ? "+" : "-";
      return `${number}${sign}${answers.length > 0 ? ` (${drawn(answers)})` : ""}`;
    })
    .join(" ");
}

describe("the outline of a thread", () => {
  it("keeps the order of numbers among the answers to one thing", () => {
    const links = [link(4, 1, "CON"), link(3, null, "CON"), link(2, 1, "PRO"), link(1, null, "PRO")];
    expect(drawn(outline(debate(links)))).toBe("1+ (2+ 4-) 3-");
  });

  it("counts the turns from the question", () => {
    const [first] = outline(debate([link(1, null, "PRO"), link(2, 1, "CON"), link(3, 2, "CON")]));
    expect([first?.turn, first?.answers[0]?.turn, first?.answers[0]?.answers[0]?.turn]).toEqual([1, 2, 3]);
  });

  it("shows an argument with its answers at its oldest link and as a reference elsewhere", () => {
    const links = [link(1, null, "PRO"), link(2, null, "CON"), link(3, 2, "CON"), link(4, 3, "CON")];
    const shared = debate([...links, link(3, 1, "PRO", at(9))]);
    expect(drawn(outline(shared))).toBe("1+ (3=) 2- (3- (4-))");
    expect(outline(shared)[0]?.answers[0]?.turn).toBe(2);
  });

  it("leaves out what a link ties to an argument that is not shown", () => {
    const all = debate([link(1, null, "PRO"), link(2, 1, "CON"), link(3, 2, "PRO")]);
    expect(drawn(outline({ ...all, arguments: all.arguments.filter(({ number }) => number !== 2) }))).toBe("1+");
  });

  it("leaves out a circle that the question does not reach", () => {
    const links = [link(1, null, "PRO"), link(2, 3, "PRO"), link(3, 2, "PRO"), link(4, 4, "CON")];
    const circular = debate(links);
    expect(drawn(outline(circular))).toBe("1+");
    expect(sideOf(circular)("n2")).toBeUndefined();
  });

  it("ends where younger links lead back to the start", () => {
    const links = [link(1, null, "PRO"), link(2, 1, "CON"), link(1, 2, "PRO", at(9))];
    expect(drawn(outline(debate(links)))).toBe("1+ (2- (1=))");
  });

  it("counts below an argument what is visible and at home there", () => {
    const links = [link(1, null, "PRO"), link(2, 1, "CON"), link(3, 2, "CON"), link(4, null, "CON")];
    const [first] = outline(debate([...links, link(4, 1, "PRO", at(9))], { 2: "WITHDRAWN" }));
    expect(first && countBelow(first)).toBe(1);
  });

  it("leads from the question down to an argument's home", () => {
    const links = [link(1, null, "PRO"), link(2, null, "CON"), link(3, 2, "CON"), link(3, 1, "PRO", at(9))];
    const top = outline(debate(links));
    expect(pathTo(top, "n3").map(({ argument }) => argument.number)).toEqual([2, 3]);
    expect(pathTo(top, "n9")).toEqual([]);
  });

  it("does ten thousand arguments in one line, and in one heap, within a second", () => {
    const line = debate(Array.from({ length: 10_000 }, (_, i) => link(i + 1, i === 0 ? null : i, "CON")));
    const heap = debate(Array.from({ length: 10_000 }, (_, i) => link(i + 1, i === 0 ? null : 1, "CON")));
    const before = performance.now();
    expect(outline(line)).toHaveLength(1);
    expect(outline(heap)[0]?.answers).toHaveLength(9_999);
    isDropped({ ...heap, dropped: { afterHours: 24, laterArguments: 3 } }, new Date(at(20_000)));
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe("the side of an argument", () => {
  it("is for the question when it opposes an opposition", () => {
    const side = sideOf(debate([link(1, null, "CON"), link(2, 1, "CON"), link(3, 2, "PRO"), link(4, 3, "CON")]));
    expect(["n1", "n2", "n3", "n4"].map(side)).toEqual(["CON", "PRO", "PRO", "CON"]);
  });

  it("follows the oldest living link, not the first that is listed", () => {
    const links = [link(1, null, "PRO"), link(2, null, "CON"), link(3, 1, "CON", at(8)), link(3, 2, "CON", at(4))];
    expect(sideOf(debate(links))("n3")).toBe("PRO");
    expect(placesOf(debate(links)).get("n3")?.link.parent).toBe("n2");
  });

  it("counts visible arguments alone", () => {
    const links = [link(1, null, "PRO"), link(2, 1, "CON"), link(3, 2, "CON"), link(4, null, "CON")];
    expect(countBySide(debate(links, { 2: "WITHDRAWN", 4: "REMOVED" }))).toEqual({ PRO: 2, CON: 0 });
  });
});

describe("a dropped argument", () => {
  /** One argument for, then three against the question, each unanswered. */
  const links = [link(1, null, "PRO"), link(2, null, "CON"), link(3, null, "CON"), link(4, null, "CON")];
  const rule = { afterHours: 24, laterArguments: 3 };
  const dropped = (links: LinkView[], hours = 30, states: Record<number, ArgumentState> = {}) => {
    const thread = { ...debate(links, states), dropped: rule };
    const asked = isDropped(thread, new Date(at(hours)));
    return thread.arguments.filter(({ id }) => asked(id)).map(({ number }) => number);
  };

  it("is one that the other side passed over, though it had the time", () => {
    expect(dropped(links)).toEqual([1]);
  });

  it("is not one before its time has passed", () => {
    expect(dropped(links, 24.9)).toEqual([]);
    expect(dropped(links, 25)).toEqual([1]);
  });

  it("is not one while the other side has posted too little since", () => {
    expect(dropped(links.slice(0, 3))).toEqual([]);
    expect(dropped([...links.slice(0, 3), link(4, null, "PRO")])).toEqual([]);
  });

  it("counts only what the other side posted after it", () => {
    const late = [link(1, null, "CON"), link(2, null, "CON"), link(3, null, "PRO"), link(4, null, "CON")];
    expect(dropped(late)).toEqual([]);
  });

  it("is saved by an opposition to its relevance, but not by support", () => {
    expect(dropped([...links, { ...link(5, 1, "CON"), target: "RELEVANCE" }])).toEqual([]);
    expect(dropped([...links, link(5, 1, "PRO")])).toContain(1);
  });

  it("is not saved by an opposition that was withdrawn", () => {
    expect(dropped([...links, link(5, 1, "CON")], 30, { 5: "WITHDRAWN" })).toEqual([1]);
  });

  it("is never one that is itself withdrawn", () => {
    expect(dropped(links, 30, { 1: "WITHDRAWN" })).toEqual([]);
  });

  it("may be an answer to an answer to the question, and nothing deeper", () => {
    const deep = [link(1, null, "CON"), link(2, 1, "CON"), link(3, 2, "PRO")];
    const after = [4, 5, 6].map((number) => link(number, null, "CON"));
    expect(dropped([...deep, ...after])).toEqual([2]);
  });
});
