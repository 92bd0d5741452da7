import { describe, expect, test } from "vitest";
import { findQuotation } from "#lib/sources/quotation";
import { codePointLength } from "#lib/text/code-points";
import { documentFromText } from "#lib/text/document";
import type { SeedArgument, SeedThread } from "#prisma/seed/debate";
import { copiedRuns, quotedIn, says, sentenceCount, untidy } from "./prose";
import {
  all,
  byKey,
  cast,
  digests,
  digestWords,
  isVisible,
  parentOf,
  pathOf,
  roleOf,
  sideOf,
  threads,
} from "./reading";

/** What breaks a rule, by its key: the whole list is shown when a test fails. */
const breaking = (rule: (argument: SeedArgument) => boolean) => all.filter((a) => !rule(a)).map(({ key }) => key);

describe("the cast", () => {
  test("is one teacher, three students, a moderator, an admin and two members, each with a sentence", () => {
    expect(cast.map(({ role }) => role).sort()).toEqual([
      "admin",
      "member",
      "member",
      "moderator",
      "student",
      "student",
      "student",
      "teacher",
    ]);
    expect(roleOf.size).toBe(cast.length);
    const sound = ({ handle, name, about }: (typeof cast)[number]) =>
      /^[a-z][a-z0-9_]{2,19}$/.test(handle) &&
      /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(name) &&
      sentenceCount(about) === 1 &&
      untidy(about).length === 0;
    expect(cast.filter((person) => !sound(person))).toEqual([]);
  });
});

describe("the debate", () => {
  const prose = [
    ...threads.flatMap(({ question, thesis, background }) => [question, thesis, background]),
    ...all.flatMap(({ claim, body, reason, markNote }) => [claim, body, reason, markNote]),
  ].filter((text) => text !== undefined);

  test("is tidy prose that quotes what a digest says and copies nothing", () => {
    expect(prose.filter((text) => text === "" || untidy(text).length > 0)).toEqual([]);
    expect(prose.flatMap(quotedIn).filter((quoted) => !says(digestWords, quoted))).toEqual([]);
    expect(copiedRuns(prose.join("\n\n"))).toBe(0);
  });

  test("stands on exact words of a digest, each of at most 300 code points and found once", () => {
    const passages = [...threads.map(({ raisedBy }) => raisedBy), ...all.flatMap(({ citations }) => citations)];
    const missing = passages.filter(({ source, quote }) => {
      const found = findQuotation(digests.get(source)?.text ?? "", { quote });
      return !found.ok || codePointLength(quote) > 300;
    });
    expect(missing).toEqual([]);
    expect(breaking(({ citations }) => citations.length >= 1 && citations.length <= 5)).toEqual([]);
    expect(
      breaking(({ citations }) => new Set(citations.map((c) => c.source + c.quote)).size === citations.length),
    ).toEqual([]);
  });

  test("has claims of one or two sentences and elaborations of one to three paragraphs", () => {
    expect(breaking(({ claim }) => codePointLength(claim) <= 280 && [1, 2].includes(sentenceCount(claim)))).toEqual([]);
    expect(breaking(({ body }) => body === undefined || (documentFromText(body)?.content.length ?? 9) <= 3)).toEqual(
      [],
    );
  });

  test("has each argument once, after its parent and in its thread", () => {
    expect(byKey.size).toBe(all.length);
    for (const { arguments: list } of threads) {
      const keys = list.map(({ key }) => key);
      expect(list.filter(({ parent }, i) => parent !== null && !keys.slice(0, i).includes(parent))).toEqual([]);
    }
    expect(breaking(({ key }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  test("aims at a claim, a step or a citation that is there", () => {
    expect(breaking((a) => a.parent !== null || a.target === "CLAIM")).toEqual([]);
    expect(breaking((a) => (a.target === "EVIDENCE") === (a.targetCitation !== undefined))).toEqual([]);
    expect(
      breaking((a) => a.target !== "EVIDENCE" || parentOf(a)?.citations[a.targetCitation ?? -1] !== undefined),
    ).toEqual([]);
  });

  test("keeps everybody but the teacher to one side of a thread, concessions aside", () => {
    expect(breaking((a) => ["teacher", "student", "member"].includes(roleOf.get(a.author) ?? ""))).toEqual([]);
    expect(breaking((a) => a.stance === "PRO" || parentOf(a)?.author !== a.author)).toEqual([]);
    const sidesIn = (thread: SeedThread, author: string) =>
      new Set(thread.arguments.filter((a) => a.author === author && !a.concession).map(sideOf));
    const debaters = cast.filter(({ role }) => role !== "teacher").map(({ handle }) => handle);
    expect(threads.flatMap((thread) => debaters.filter((handle) => sidesIn(thread, handle).size > 1))).toEqual([]);
    const thread = (a: SeedArgument) => threads.find(({ arguments: list }) => list.includes(a)) as SeedThread;
    const grants = (a: SeedArgument) =>
      a.stance === "PRO" &&
      a.parent !== null &&
      parentOf(a)?.author !== a.author &&
      !sidesIn(thread(a), a.author).has(sideOf(a));
    expect(breaking((a) => !a.concession || grants(a))).toEqual([]);
    expect(all.some(({ concession }) => concession)).toBe(true);
  });

  test("says of each state who and why", () => {
    const isEntitled = (handle: string | undefined, roles: string[]) => roles.includes(roleOf.get(handle ?? "") ?? "");
    expect(breaking((a) => ["withdrawn", "removed"].includes(a.state ?? "") === (a.reason !== undefined))).toEqual([]);
    expect(
      breaking(
        (a) => a.state !== "removed" || (a.reasonCode !== undefined && isEntitled(a.removedBy, ["moderator", "admin"])),
      ),
    ).toEqual([]);
    expect(breaking((a) => (a.state === "marked") === (a.markNote !== undefined))).toEqual([]);
    expect(breaking((a) => a.state !== "marked" || isEntitled(a.markedBy, ["moderator", "admin", "teacher"]))).toEqual(
      [],
    );
    expect(breaking((a) => parentOf(a)?.state !== "pending")).toEqual([]);
  });

  test("uses one argument in two places of its thread, without a circle", () => {
    const twice = all.filter(({ alsoIn }) => alsoIn?.length);
    expect(twice.length).toBeGreaterThan(0);
    for (const a of twice) {
      for (const { parent } of a.alsoIn ?? []) {
        const other = byKey.get(parent ?? "");
        expect(parent).not.toBe(a.parent);
        expect(other && pathOf(other).includes(a)).not.toBe(true);
        expect(parent === null || threads.some((t) => [a, other].every((b) => b && t.arguments.includes(b)))).toBe(
          true,
        );
      }
    }
  });

  test("has a thread on each of the three topics", () => {
    expect(threads.map(({ topic }) => topic).sort()).toEqual(["FEE", "HUMAN_RIGHTS", "LEGALITY"]);
  });
});

describe.each(threads.map((thread) => [thread.slug, thread] as const))("the thread %s", (_, thread) => {
  const live = thread.arguments.filter(isVisible);
  const top = live.filter(({ parent }) => parent === null);
  const count = (list: SeedArgument[], rule: (a: SeedArgument) => boolean) => list.filter(rule).length;

  test("asks one question, has one thesis and two or three sentences of background", () => {
    expect([thread.question, thread.thesis].map(sentenceCount)).toEqual([1, 1]);
    expect([thread.question.at(-1), thread.thesis.at(-1)]).toEqual(["?", "."]);
    expect([2, 3]).toContain(sentenceCount(thread.background));
  });

  test("has 14 visible arguments or more, four turns deep, on both sides alike", () => {
    expect(live.length).toBeGreaterThanOrEqual(14);
    expect(
      Math.max(
        ...live
          .map(pathOf)
          .filter((path) => path.every(isVisible))
          .map((path) => path.length),
      ),
    ).toBeGreaterThanOrEqual(4);
    expect(count(top, (a) => a.stance === "PRO")).toBe(count(top, (a) => a.stance === "CON"));
    const pro = count(live, (a) => sideOf(a) === "PRO") / live.length;
    expect(Math.abs(pro - 0.5)).toBeLessThanOrEqual(0.1);
  });

  test("shows every target, every state once, both digests and a dropped argument", () => {
    expect(new Set(live.map(({ target }) => target)).size).toBe(3);
    expect(thread.arguments.flatMap(({ state }) => state ?? []).sort()).toEqual([
      "marked",
      "pending",
      "removed",
      "withdrawn",
    ]);
    expect(new Set(live.flatMap(({ citations }) => citations.map(({ source }) => source)))).toEqual(
      new Set(digests.keys()),
    );
    const opposed = (a: SeedArgument) => live.some((b) => b.parent === a.key && b.stance === "CON");
    const wentOn = (a: SeedArgument) =>
      live.some((b) => sideOf(b) === a.stance && pathOf(b).length >= 3 && pathOf(b).at(-1) !== a);
    expect(count(top, (a) => !opposed(a) && wentOn(a))).toBeGreaterThan(0);
  });
});
