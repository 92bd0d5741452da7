import { describe, expect, it } from "vitest";
import {
  acts,
  citationsFrom,
  citationsIn,
  fieldsOf,
  mended,
  spansOf,
  withCitations,
  writtenAt,
} from "#lib/sources/citation-fields";

const one = { source: "a-text", quote: "the words of one", place: "" };
const two = { source: "b-text", quote: "the words of two", place: "" };
const empty = { source: "", quote: "", place: "" };
const form = (...citations: (typeof one)[]) => withCitations({ claim: "What I say" }, citations);
const pressed = (act: string, ...citations: (typeof one)[]) =>
  mended(form(...citations), act, 3) as Record<string, string>;

describe("the passages of a form", () => {
  it("are one that is empty where there is none", () => {
    expect(citationsIn({})).toEqual([empty]);
  });

  it("come back as they were put in", () => {
    expect(citationsIn(form(one, two))).toEqual([one, two]);
  });

  it("count only where something was written", () => {
    expect(writtenAt(form(empty, one, { ...empty, quote: " \n" }, two))).toEqual([1, 3]);
  });

  it("have a span for each part between blank lines, a browser's line ends included", () => {
    expect(spansOf("first words\r\n \r\n\r\nsecond\nwords \n\n")).toEqual(["first words", "second\nwords"]);
  });
});

describe("a place that was noted", () => {
  const known = fieldsOf("a-text", 2, [
    { quote: "some words", start: 7 },
    { quote: "more words", start: 40 },
  ]);

  it("is sent with the words it was noted for", () => {
    expect(citationsFrom(form(known))).toEqual([
      {
        source: "a-text",
        version: 2,
        spans: [
          { quote: "some words", start: 7 },
          { quote: "more words", start: 40 },
        ],
      },
    ]);
  });

  it("counts for nothing once the words or the source are others", () => {
    for (const changed of [
      { ...known, quote: "some words here" },
      { ...known, source: "b-text" },
      { ...known, place: "null" },
      { ...known, place: "[]" },
    ]) {
      const [citation] = citationsFrom(form(changed));
      expect(citation?.version).toBeUndefined();
      expect(citation?.spans.every(({ start }) => start === undefined)).toBe(true);
    }
  });
});

describe("a button", () => {
  it("adds a passage up to as many as there may be", () => {
    expect(citationsIn(pressed(acts.add(), one))).toEqual([one, empty]);
    expect(citationsIn(pressed(acts.add(), one, two, one))).toEqual([one, two, one]);
  });

  it("takes a passage out, and leaves an empty one for the last", () => {
    expect(citationsIn(pressed(acts.remove(0), one, two))).toEqual([two]);
    expect(citationsIn(pressed(acts.remove(0), one))).toEqual([empty]);
  });

  it("takes a text's words into the first empty passage, else into a further one", () => {
    const taken = { source: "c-text", quote: "words  of a text", place: expect.any(String) };
    expect(citationsIn(pressed(acts.take("c-text", 12, "words  of a text"), empty, one))).toEqual([taken, one]);
    expect(citationsIn(pressed(acts.take("c-text", 12, "words  of a text"), one))).toEqual([one, taken]);
    expect(citationsFrom(pressed(acts.take("c-text", 12, "words of a text"), one))[1]?.spans[0]?.start).toBe(12);
  });

  it("takes nobody's words away where all passages are full", () => {
    expect(citationsIn(pressed(acts.take("c-text", 12, "other words"), one, two, one))).toEqual([one, two, one]);
  });

  it("puts the source's words in the place of one span and leaves the others", () => {
    const spans = { ...one, quote: "first span\n\nsecond spam" };
    const values = pressed(acts.use(1, 1, 30, "second span"), two, spans);
    expect(citationsIn(values)[0]).toEqual(two);
    expect(citationsFrom(values)[1]?.spans).toEqual([
      { quote: "first span", start: undefined },
      { quote: "second span", start: 30 },
    ]);
  });

  it("loses no other word, and says where to go on", () => {
    expect(pressed(acts.add(), one)).toMatchObject({ claim: "What I say", at: "citation-1-quote" });
  });

  it("that is none of these is for the verb", () => {
    expect(mended(form(one), undefined, 3)).toBeNull();
    expect(mended(form(one), "post", 3)).toBeNull();
  });

  it("that somebody made up changes no word", () => {
    const words = [one, two].map(({ source, quote }) => ({ source, quote }));
    for (const act of ["remove x", "remove 9", "use", "use 7 0 1 words", "use 0 4 1 words", "take"]) {
      expect(citationsIn(pressed(act, one, two)).slice(0, 2)).toMatchObject(words);
    }
  });
});
