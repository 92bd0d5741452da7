import { describe, expect, it } from "vitest";
import { argumentFromForm } from "#lib/arguments/form";
import { fieldsOfAnswer, fieldsOfArgument, withAdded } from "#lib/arguments/given";
import type { ArgumentView } from "#lib/arguments/view";
import { citationsIn, fieldsOf, withCitations } from "#lib/sources/citation-fields";
import { citationsAt, sourcesNamed, wordsNaming } from "#lib/sources/stretch";
import type { CitationView } from "#lib/sources/view";
import { paragraphsOf } from "#lib/text/canonical";

const TEXT = "A first paragraph 😀 of some words.\n\nAnd a second one, a little longer.";
const text = { slug: "a-text", paragraphs: paragraphsOf(TEXT) };

const citation = (id: string, quotes: string[]): CitationView => ({
  id,
  source: { slug: "a-text", title: "A text", kind: "DIGEST" },
  version: 1,
  spans: quotes.map((quote, i) => ({
    start: i * 40,
    end: 0,
    quote,
    prefix: "",
    suffix: "",
    paragraph: i + 1,
    gapWords: 0,
  })),
  before: "",
  after: "",
  state: "VERBATIM",
});

const argument = (number: number, handle: string): ArgumentView => ({
  id: `n${number}`,
  number,
  state: "VISIBLE",
  author: { handle, name: handle },
  postedAt: "2026-11-12T08:00:00.000Z",
  claim: `Claim ${number}`,
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Why." }] }] },
  citations: [citation("c1", ["first words", "second words"]), citation("c2", ["third words"])],
  revision: 1,
  revisedAfterAnswers: false,
  marks: [],
  tombstone: null,
});

describe("the form of an answer", () => {
  it("takes the step or the passage from the address with the target that needs it", () => {
    const asked = { parent: "n1", stance: "CON", link: "l1", citation: "c1" };
    expect(fieldsOfAnswer("a-thread", { ...asked, target: "RELEVANCE" }).target).toBe("RELEVANCE l1");
    expect(fieldsOfAnswer("a-thread", { ...asked, target: "EVIDENCE" }).target).toBe("EVIDENCE c1");
    expect(fieldsOfAnswer("a-thread", { ...asked, target: "CLAIM" }).target).toBe("CLAIM");
  });

  it("has a fresh submission key each time it is shown", () => {
    const keys = [1, 2].map(() => fieldsOfAnswer("a-thread", {}).submissionKey);
    expect(new Set(keys).size).toBe(2);
  });
});

describe("the form of a revision", () => {
  it("sends back what it was given: nothing changes by looking at it", () => {
    const before = argument(1, "naledi");
    const { claim, body, citations } = argumentFromForm(fieldsOfArgument(before));
    expect(claim).toBe(before.claim);
    expect(body).toEqual(before.body);
    expect(citations).toEqual([
      {
        source: "a-text",
        version: 1,
        spans: [
          { quote: "first words", start: 0 },
          { quote: "second words", start: 40 },
        ],
      },
      { source: "a-text", version: 1, spans: [{ quote: "third words", start: 0 }] },
    ]);
  });
});

describe("a stretch that an address names", () => {
  const words = (from: string, to: string) => citationsAt({ source: "a-text", from, to }, [text])[0]?.quote;

  it("is counted in code points", () => {
    expect(words("8", "27")).toBe("paragraph 😀 of some");
  });

  it("is parted where it runs over the end of a paragraph", () => {
    expect(words("29", "41")).toBe("ords.\n\nAnd a");
  });

  it("is no words where there are none, and then the source alone is chosen", () => {
    for (const [from, to] of [
      ["x", "3"],
      ["900", "950"],
      ["9", "2"],
    ] as const)
      expect(words(from, to)).toBe("");
    expect(citationsAt({ source: "a-text" }, [text])).toMatchObject([{ source: "a-text", quote: "" }]);
    expect(citationsAt({}, [text])).toEqual([]);
  });
});

describe("passages that an address names", () => {
  const passages = [
    {
      source: "a-text",
      places: [
        { start: 2, end: 17 },
        { start: 18, end: 27 },
      ],
    },
    { source: "b-text", places: [{ start: 0, end: 4 }] },
  ];

  it("are those that were written into it", () => {
    const words = wordsNaming(passages);
    expect(words).toBe("a-text.2-17.18-27,b-text.0-4");
    expect(citationsAt({ words }, [text])).toMatchObject([
      { source: "a-text", quote: "first paragraph\n\n😀 of some" },
      { source: "b-text", quote: "" },
    ]);
    expect(sourcesNamed({ words })).toEqual(["a-text", "b-text"]);
    expect(wordsNaming([])).toBeUndefined();
  });

  it("are none where the address was made up", () => {
    for (const words of ["", "a-text", "a-text.", "a-text.1", "a-text.1-", "a-text.x-y", "../x.1-2", ".1-2"]) {
      expect(citationsAt({ words }, [text]), words).toEqual([]);
    }
    expect(citationsAt({ words: "a-text.99999999999999999999-3" }, [text])).toMatchObject([{ quote: "" }]);
  });
});

describe("words that are added to an argument", () => {
  const fields = {
    claim: "A claim",
    ...withCitations(
      {},
      [1, 2, 3].map((n) => fieldsOf("a-text", 1, [{ quote: `words ${n}`, start: n }])),
    ),
  };
  const further = (...names: string[]) => names.map((quote) => fieldsOf("a-text", undefined, [{ quote, start: 50 }]));

  it("stand behind those it has, as many as there may be", () => {
    const { fields: now, adding } = withAdded(fields, further("new", "newer", "newest"), 5);
    expect(citationsIn(now).map(({ quote }) => quote)).toEqual(["words 1", "words 2", "words 3", "new", "newer"]);
    expect(now.claim).toBe("A claim");
    expect(adding).toEqual({ added: 2, known: 0, left: 1 });
  });

  it("are not added where it stands on them, or where they could not be read", () => {
    expect(withAdded(fields, further("words 2"), 5).adding).toEqual({ added: 0, known: 1, left: 0 });
    expect(withAdded(fields, [{ source: "b-text", quote: "", place: "" }], 5)).toEqual({
      fields,
      adding: { added: 0, known: 0, left: 0 },
    });
    expect(withAdded(fields, further("new"), 3).adding).toEqual({ added: 0, known: 0, left: 1 });
  });
});
