import { describe, expect, it } from "vitest";
import { argumentFromForm } from "#lib/arguments/form";
import { answeredIn, fieldsOfAnswer, fieldsOfArgument, sourcesAtHand } from "#lib/arguments/given";
import type { ArgumentView, LinkView, Stance, ThreadView } from "#lib/arguments/view";
import { citationFieldsAt } from "#lib/sources/stretch";
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

const link = (child: number, parent: number | null, stance: Stance, concession = false): LinkView => ({
  id: `l${child}`,
  child: `n${child}`,
  parent: parent === null ? null : `n${parent}`,
  stance,
  target: "CLAIM",
  targetCitation: null,
  targetLink: null,
  concession,
  startedAt: `2026-11-12T0${child}:00:00.000Z`,
});

const thread = (args: ArgumentView[], links: LinkView[]) =>
  ({ arguments: args, links, raisedBy: citation("r", ["raising words"]) }) as unknown as ThreadView;

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

  it("offers a concession to the other side's argument alone, and never to one's own", () => {
    const view = thread(
      [argument(1, "naledi"), argument(2, "farid"), argument(3, "naledi")],
      [link(1, null, "PRO"), link(2, null, "CON"), link(3, 2, "CON")],
    );
    const offered = (number: number, handle: string) =>
      answeredIn(view, view.arguments[number - 1], { handle }).parent?.concedable;
    expect(offered(2, "naledi")).toBe(true);
    expect(offered(1, "naledi")).toBe(false);
    expect(offered(1, "farid")).toBe(true);
    expect(offered(3, "farid")).toBe(true);
    expect(offered(2, "somebody-new")).toBe(true);
  });

  it("goes by where one argued first when it says which side is one's own, what one conceded left out", () => {
    const view = thread(
      [argument(1, "naledi"), argument(2, "farid"), argument(3, "naledi")],
      [link(1, null, "CON", true), link(2, null, "CON"), link(3, null, "PRO")],
    );
    expect(answeredIn(view, view.arguments[1], { handle: "naledi" }).parent?.concedable).toBe(true);
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
  const words = (from: string, to: string) =>
    citationFieldsAt({ source: "a-text", from, to }, [text])["citation-0-quote"];

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
    expect(citationFieldsAt({ source: "a-text" }, [text])).toMatchObject({ "citation-0-source": "a-text" });
    expect(citationFieldsAt({}, [text])).toEqual({});
  });
});

describe("the sources at hand", () => {
  it("begin with the one that was asked for and what is answered", () => {
    const view = thread([argument(1, "naledi")], []);
    expect(sourcesAtHand(view, view.arguments[0], "b-text").slice(0, 2)).toEqual(["b-text", "a-text"]);
  });
});
