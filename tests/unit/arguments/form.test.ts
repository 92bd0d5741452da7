import { describe, expect, it } from "vitest";
import { argumentFromForm, postForm, reviseForm, withdrawForm } from "#lib/arguments/form";

const words = "a stretch of words that is long enough";
const passage = { "citation-0-source": "a-text", "citation-0-quote": words };
const fields = { thread: "a-thread", stance: "CON", claim: "It does not follow.", ...passage };

function codes(result: ReturnType<typeof postForm.safeParse>): Record<string, string> {
  return Object.fromEntries(result.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
}

describe("what a form says", () => {
  it("answers the question where no parent is named", () => {
    expect(argumentFromForm(fields)).toMatchObject({ stance: "CON", parent: null, target: undefined });
  });

  it("names the step or the passage it aims at in one value, and nothing beside a claim", () => {
    expect(argumentFromForm({ ...fields, target: "EVIDENCE c1" })).toMatchObject({
      target: "EVIDENCE",
      targetCitation: "c1",
      targetLink: undefined,
    });
    expect(argumentFromForm({ ...fields, target: "RELEVANCE l1" })).toMatchObject({
      target: "RELEVANCE",
      targetLink: "l1",
      targetCitation: undefined,
    });
    expect(argumentFromForm({ ...fields, target: "CLAIM" })).toMatchObject({
      target: "CLAIM",
      targetLink: undefined,
      targetCitation: undefined,
    });
  });

  it("concedes only while it supports: a tick left behind in a hidden box means nothing", () => {
    expect(argumentFromForm({ ...fields, stance: "PRO", concession: "on" }).concession).toBe(true);
    expect(argumentFromForm({ ...fields, stance: "CON", concession: "on" }).concession).toBe(false);
  });

  it("is one line as a claim, however often Enter was pressed", () => {
    expect(argumentFromForm({ ...fields, claim: "One line\r\n  and another" }).claim).toBe("One line and another");
  });

  it("leaves passages out in which nothing was written", () => {
    const more = {
      "citation-1-source": "b-text",
      "citation-1-quote": " \n ",
      "citation-2-quote": "and these",
      "citation-2-source": "c",
    };
    expect(argumentFromForm({ ...fields, ...more }).citations.map(({ source }) => source)).toEqual(["a-text", "c"]);
  });
});

describe("an elaboration", () => {
  const document = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "Bold words", marks: [{ type: "bold" }] }] }],
  };
  const json = JSON.stringify(document);

  it("is the editor's document where the editor sent one", () => {
    expect(argumentFromForm({ ...fields, document: json }).body).toEqual(document);
  });

  it("keeps its marks where the plain text beside it was not touched", () => {
    expect(argumentFromForm({ ...fields, document: json, body: "Bold words\r\n" }).body).toEqual(document);
  });

  it("is the plain text where that was changed", () => {
    expect(argumentFromForm({ ...fields, document: json, body: "Other words" }).body).toBe("Other words");
  });

  it("that is no document is refused with every word, not taken for text", () => {
    expect(postForm.safeParse({ ...fields, document: "{" }).success).toBe(true);
    expect(argumentFromForm({ ...fields, document: "[1]" }).body).toEqual([1]);
    expect(codes(postForm.safeParse({ ...fields, document: "[1]" }))).toHaveProperty("body");
  });
});

describe("a form that is sent", () => {
  it("gives the verb's input", () => {
    const { data } = postForm.safeParse(fields);
    expect(data).toMatchObject({ slug: "a-thread", mended: null });
    expect(data?.input).toMatchObject({
      claim: fields.claim,
      citations: [{ source: "a-text", spans: [{ quote: words }] }],
    });
  });

  it("says what is wrong at the field where it stands", () => {
    expect(codes(postForm.safeParse({ thread: "a-thread", claim: "" }))).toEqual({
      stance: "bad-choice",
      claim: "blank",
      citations: "no-citation",
    });
  });

  it("names the field of a passage by its place in the form, though empty ones before it do not count", () => {
    const long = { "citation-0-quote": "", "citation-1-source": "b-text", "citation-1-quote": "x".repeat(5_001) };
    expect(codes(postForm.safeParse({ ...fields, ...long }))).toEqual({ "citation-1-quote": "quote-too-long" });
  });

  it("comes back changed, and unchecked, where a button of a passage sent it", () => {
    const { data } = postForm.safeParse({ thread: "a-thread", claim: "", ...passage, do: "add" });
    expect(data?.input).toBeNull();
    expect(data?.mended).toMatchObject({ "citation-0-quote": words, "citation-1-quote": "", at: "citation-1-quote" });
  });

  it("revises by the same rules, without what it answers", () => {
    const { data } = reviseForm.safeParse({ argument: "a1", claim: "Now it does.", ...passage });
    expect(data).toMatchObject({ id: "a1", input: { claim: "Now it does." } });
    expect(data?.input).not.toHaveProperty("stance");
  });

  it("withdraws with a reason or none", () => {
    expect(withdrawForm.parse({ argument: "a1", reason: " I was wrong. " }).reason).toBe("I was wrong.");
    expect(withdrawForm.parse({ argument: "a1" }).reason).toBeUndefined();
  });
});
