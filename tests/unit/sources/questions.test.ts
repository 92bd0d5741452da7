import { describe, expect, test } from "vitest";
import { type Proposal, proposeQuestions, questionsOf } from "#lib/sources/questions";
import { findQuotation } from "#lib/sources/quotation";
import { paragraphAt, paragraphsOf } from "#lib/text/canonical";
import { openThreadInput } from "#lib/threads/schema";
import { digests, threads } from "../seed/reading";
import { cpuMs } from "../text/cpu";
import { ARTICLES } from "./questions-articles";

/** As many as are read before one tires. */
const FIRST = 5;

const TEXTS = [
  ...Array.from(digests, ([slug, { text }]): [string, string] => [slug, text]),
  ...Object.entries(ARTICLES),
];

describe("a digest of the seed", () => {
  const seeded = threads.map(({ topic, raisedBy }) => ({ topic, ...raisedBy }));

  test.each(seeded)("$source proposes its question of $topic among the first five", ({ topic, source, quote }) => {
    const { text } = digests.get(source) ?? expect.fail();
    const paragraphs = paragraphsOf(text);
    const raising = findQuotation(text, { quote });
    const paragraph = raising.ok ? paragraphAt(paragraphs, raising.start) : null;
    const there = proposeQuestions(text)
      .slice(0, FIRST)
      .filter((one) => paragraphAt(paragraphs, one.passage.start) === paragraph);
    expect(there.map((one) => one.topic)).toContain(topic);
  });

  test.each([...digests.keys()])(
    "%s raises all three matters among the first five, whoever raised them first",
    (slug) => {
      const topics = proposeQuestions(digests.get(slug)?.text ?? "")
        .slice(0, FIRST)
        .map(({ topic }) => topic);
      expect(topics).toEqual(expect.arrayContaining(["LEGALITY", "HUMAN_RIGHTS", "FEE"]));
    },
  );
});

describe("an article on another matter", () => {
  const first = (name: keyof typeof ARTICLES) =>
    proposeQuestions(ARTICLES[name])
      .slice(0, FIRST)
      .map(({ topic, question, why }) => [topic, why, question]);

  test("a ferry and a bridge", () => {
    expect(first("ferry")).toEqual([
      ["ENVIRONMENT", "WHETHER", "Would the grey seals on Holm Skerry survive two years of noise?"],
      [
        "LEGALITY",
        "EXPERTS",
        "Are lawyers for the parish council right to doubt that the board has the legal power to build on common land?",
      ],
      [null, "WHETHER", "Should the last car ferry to Lunna Island be replaced by a bridge?"],
      ["FEE", "SUPPORTERS", "Would a bridge cost £48 million?"],
      ["HEALTH", "QUOTED", "Is this right: “If we knew where they would go, I would sleep better”?"],
    ]);
  });

  test("phones in schools", () => {
    expect(first("phones")).toEqual([
      ["HEALTH", "WHETHER", "Might anxious pupils be worse off without a phone?"],
      [null, "EXPERTS", "Will the ban also put an end to filming in the corridors?"],
      [
        "SAFETY",
        "CRITICS",
        "Is a pupils’ union right to warn that children who care for a sick parent could not be reached in an emergency?",
      ],
      ["FAIRNESS", "ASKED", "Is it fair that teachers may keep theirs?"],
      ["LEARNING", "SUPPORTERS", "Would pupils learn more if their phones were out of reach?"],
    ]);
  });

  test("public money for a stadium", () => {
    expect(first("stadium")).toEqual([
      ["LEGALITY", "WHETHER", "Is the deal lawful?"],
      ["FEE", "CRITICS", "Are economists right to warn that stadiums seldom return what a city invests in them?"],
      [null, "QUOTED", "Is this right: “Perhaps we would have had more from a swimming pool”?"],
      ["SAFETY", "SUPPORTERS", "Must the old ground close because its stands are unsafe?"],
      ["WORK", "SUPPORTERS", "Will the stadium create 2,400 jobs?"],
    ]);
  });
});

describe("what is proposed", () => {
  test.each(TEXTS)("opens a thread as it is: %s", (source, text) => {
    const proposals = proposeQuestions(text);
    for (const { question, topic, passage } of proposals) {
      expect(findQuotation(text, passage)).toMatchObject({ ok: true, ...passage });
      expect(openThreadInput.safeParse({ question, topic, raisedBy: { source, ...passage } }).success, question).toBe(
        true,
      );
      expect(question).toMatch(/^[^\p{Ll}].*\?$/u);
    }
    expect(proposals.length).toBeGreaterThanOrEqual(FIRST);
    expect(proposals.length).toBeLessThanOrEqual(12);
  });

  test.each(TEXTS)("stands on words that no other proposal stands on: %s", (_, text) => {
    const places = proposeQuestions(text).map(({ passage }) => passage);
    const overlaps = (a: Proposal["passage"], b: Proposal["passage"]) => a !== b && a.start < b.end && b.start < a.end;
    expect(places.filter((a) => places.some((b) => overlaps(a, b)))).toEqual([]);
  });

  test("says a thing once though the text says it twice, in nearly the same words", () => {
    const text = [
      "Critics argue that the new toll could cost every family in Brae 400 crowns a year.",
      "The toll, critics argue, could cost every family in Brae about 400 crowns a year.",
      "Lawyers ask whether the toll would break the law of the town.",
    ].join("\n\n");
    expect(proposeQuestions(text).map(({ topic }) => topic)).toEqual(["LEGALITY", "FEE"]);
  });

  test("is of another topic next, though one topic has the clearest words", () => {
    const text = [
      "Experts ask whether the tunnel would be lawful under the treaty.",
      "Critics say that a court could stop the tunnel.",
      "A ticket would cost more than a day’s wages.",
    ].join("\n\n");
    expect(proposeQuestions(text).map(({ topic }) => topic)).toEqual(["LEGALITY", "FEE", "LEGALITY"]);
  });

  test("is nothing where nothing is in question, and nothing where a text is seen in excerpts alone", () => {
    expect(proposeQuestions("")).toEqual([]);
    expect(proposeQuestions("The boat was built in Leith. It is painted blue, and it sails at nine.")).toEqual([]);
    const paragraphs = paragraphsOf(ARTICLES.ferry);
    expect(questionsOf({ excerpts: false, paragraphs })).toEqual(proposeQuestions(ARTICLES.ferry));
    expect(questionsOf({ excerpts: true, paragraphs })).toEqual([]);
  });

  test("counts code points, and takes no passage that is too long or too short to be one", () => {
    const told = "Critics 😀 ask whether the 😀 law would change.";
    const [only, ...others] = proposeQuestions(
      `😀😀 came.\n\n${told}\n\nMay it pay?\n\nCritics ask whether ${"a ".repeat(300)}could.`,
    );
    expect(others).toEqual([]);
    expect(only?.passage).toEqual({ start: 10, end: 10 + [...told].length, quote: told });
  });
});

describe("the time it takes", () => {
  const sentence = "Critics say that the plan could cost 40,000 crowns, and doubt whether it would help. ";
  const filled = (words: string) => words.repeat(Math.ceil(390_000 / words.length)).trim();

  test.each([
    ["one paragraph of sentences", filled(sentence)],
    ["paragraphs of one sentence", filled(`${sentence.trim()}\n\n`)],
    ["quotations without end", filled("“A plan would cost us all ")],
    ["a quotation a word", filled("“a plan would cost us all” ")],
    ["a quotation a sentence", filled("“A plan would cost us all.” ")],
    ["one word", filled("would ")],
    ["names of speakers", filled("critics of the critics of the ")],
  ])("stays in proportion to the longest text that may be brought in: %s", (_, text) => {
    expect(cpuMs(() => proposeQuestions(text))).toBeLessThan(3_000);
  });
});
