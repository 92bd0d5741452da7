/** What may not be stored, sent to the door as a program would send it: each refused, with its reason, and nothing kept. */
import { beforeAll, describe, expect, test } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import type { PostArgument } from "#lib/arguments/schema";
import { removeArgument } from "#lib/moderation/commands";
import { setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { POST as endLink } from "../../../app/api/v1/links/[id]/end/route.ts";
import { POST as bring } from "../../../app/api/v1/sources/route.ts";
import { POST as post } from "../../../app/api/v1/threads/[slug]/arguments/route.ts";
import { POST as open } from "../../../app/api/v1/threads/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { anArgument, aSource, aThread, content, person, QUOTES, TEXT, tokenOf } from "../../support/world.ts";

let naledi: Person;
let farid: Person;
let signe: Person;
let token: string;
let text: string;
let slug: string;

beforeAll(async () => {
  [naledi, farid, signe] = [await person("naledi"), await person("farid"), await person("signe")];
  token = await tokenOf(naledi);
  text = await aSource(naledi);
  slug = await aThread(naledi, text);
});

const refused = (code: string, other: Partial<Record<keyof PostArgument, unknown>>, status = 422) =>
  expectRefusal(status, code, post, { token, params: { slug }, body: { ...content(text), ...other } });

const cited = (quote: string, place: object = {}) => ({ citations: [{ source: text, quote, ...place }] });
const points = (words: string) => [...words].length;
const placeOf = (quote: string) => {
  const start = points(TEXT.slice(0, TEXT.indexOf(quote)));
  return { start, end: start + points(quote) };
};

describe("a quotation", () => {
  test("is there: none, an empty list, six", async () => {
    await refused("no-citation", { citations: undefined });
    await refused("no-citation", { citations: [] });
    await refused("no-citation", { citations: null });
    const six = Array.from({ length: 6 }, () => ({ source: text, quote: QUOTES.mayor }));
    await refused("too-many-citations", { citations: six });
  });

  test("is long enough to say something, and short enough to be read", async () => {
    await refused("quote-too-short", cited("the"));
    await refused("quote-too-short", cited(""));
    await refused("quote-too-long", cited("x".repeat(601)));
    await refused("quote-too-long", cited("x".repeat(5_001)));
  });

  test("is in the source; what is not is answered with the nearest words that are", async () => {
    const { json } = await refused("quote-not-found", cited("whose members lost 50,000 crowns in wages"));
    expect(json.nearest).toMatchObject({ words: QUOTES.pilots, ...placeOf(QUOTES.pilots), paragraph: 2 });
    expect(json).toMatchObject({ citation: 0, span: 0, source: text });
    const { json: strange } = await refused("quote-not-found", cited("Entirely different subjects were discussed."));
    expect(strange.nearest).toBeNull();
  });

  test("may have other marks, and then no other letter, one place, and whole words", async () => {
    const { json } = await refused("quote-not-found", cited("the union's own newsletters had printed the dates"));
    expect(json.nearest).toMatchObject({ words: QUOTES.newsletter, typographyOnly: false });
    await refused("quote-not-found", cited("the unions own newsletter had printed the dates"));
    await refused("quote-cuts-word", cited("union's own newsletter had printed the date"));
    const { json: twice } = await refused("quote-ambiguous", cited("the\u00a0har\u00adbour was closed"));
    expect(twice.candidates).toHaveLength(2);
  });

  test("begins and ends with whole words", async () => {
    const cut = "ose members lost 40,000 crowns";
    const { json } = await refused("quote-cuts-word", cited(cut));
    expect(json.nearest.words).toContain("whose members lost");
    await refused("quote-cuts-word", cited("whose members lost 40"));
    await refused("quote-at-space", cited(` ${QUOTES.pilots}`));
  });

  test("stands in one paragraph", async () => {
    const across = TEXT.slice(TEXT.indexOf("to the cost"), TEXT.indexOf(" the harbour was closed again"));
    await refused("quote-crosses-paragraphs", cited(across));
  });

  test("has one place; where it stands twice the places are named, and one of them may be chosen", async () => {
    const twice = "the harbour was closed";
    const { json } = await refused("quote-ambiguous", cited(twice));
    expect(json.candidates).toHaveLength(2);
    expect(json.candidates[1]).toMatchObject({ paragraph: 2, before: "A month later ", after: " again." });
    const [, { start, end }] = json.candidates;
    const chosen = { ...content(text), ...cited(twice, { start, end }) };
    const { status, json: stored } = await call(post, { token, params: { slug }, body: chosen });
    expect(status).toBe(201);
    expect(stored.citations).toMatchObject([{ start, end }]);
    await refused("quote-ambiguous", cited(twice, { start: start + 1, end: end + 1 }));
  });

  test("names a place that can be one", async () => {
    const { start, end } = placeOf(QUOTES.mayor);
    for (const [from, to] of [
      [end, start],
      [start, start],
      [start, 399_999],
      [399_000, 399_066],
    ]) {
      await refused("offsets-malformed", cited(QUOTES.mayor, { start: from, end: to }));
    }
    for (const start of [-1, 1.5, 1e21, "3", null, []]) {
      await refused("offsets-malformed", cited(QUOTES.mayor, { start }));
    }
  });

  test("that stands once is stored where it stands, whatever place was named; the answer says which", async () => {
    const { start, end } = placeOf(QUOTES.mayor);
    for (const [from, to] of [
      [start + 1, end + 1],
      [start - 1, end],
      [start, end + 1],
    ]) {
      const body = { ...content(text), ...cited(QUOTES.mayor, { start: from, end: to }) };
      const { status, json } = await call(post, { token, params: { slug }, body });
      expect(status).toBe(201);
      expect(json.citations).toMatchObject([{ start, end, quote: QUOTES.mayor }]);
    }
  });

  test("is of a source and a version that are there", async () => {
    await refused("source-unknown", { citations: [{ source: "no-such-source", quote: QUOTES.mayor }] });
    await refused("source-unknown", cited(QUOTES.mayor, { version: 2 }));
    await refused("bad-slug", { citations: [{ source: "../../etc", quote: QUOTES.mayor }] });
    await refused("field-unfit", { citations: [{ source: { not: "" }, quote: QUOTES.mayor }] });
  });

  test("of several spans keeps the order of the text and shares no word", async () => {
    const spans = (...quotes: string[]) => ({
      citations: [{ source: text, spans: quotes.map((quote) => ({ quote })) }],
    });
    await refused("spans-out-of-order", spans(QUOTES.pilots, QUOTES.council));
    await refused("spans-overlap", spans(QUOTES.cost, "to the cost of the works"));
    await refused("field-unfit", spans());
    await refused("cited-twice", { citations: [...cited(QUOTES.mayor).citations, ...cited(QUOTES.mayor).citations] });
  });
});

describe("words", () => {
  test.each([
    ["blank", ""],
    ["blank", "   "],
    ["blank", "\u200b\u2060\u00ad"],
    ["too-long", "a".repeat(281)],
    ["too-long", "😀".repeat(281)],
    ["control-character", "a\u0000b"],
    ["control-character", "a\nb"],
    ["not-well-formed", "a\ud800b"],
    ["too-many-marks", `a${"\u0301".repeat(500)}`],
    ["not-text", 7],
    ["not-text", null],
  ])("a claim is refused as %s", async (code, claim) => {
    const { json } = await refused(code, { claim });
    expect(json.errors).toMatchObject([{ path: "claim", code }]);
  });

  test("280 code points are a claim, whatever their length in UTF-16", async () => {
    const body = content(text, { claim: "😀".repeat(280) });
    const { status, json } = await call(post, { token, params: { slug }, body });
    expect([status, points(json.claim)]).toEqual([201, 280]);
  });

  test("markup in a claim is kept as it is", async () => {
    const claim = '<img src=x onerror=alert(1)> & "quotes"';
    const { json } = await call(post, { token, params: { slug }, body: content(text, { claim }) });
    expect(json.claim).toBe(claim);
  });

  const paragraph = (words: string) => ({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  });
  const nested = (depth: number): object =>
    depth === 0 ? { type: "paragraph" } : { type: "blockquote", content: [nested(depth - 1)] };

  test.each([
    ["body-too-long", "a".repeat(5_001)],
    ["body-too-long", paragraph("😀".repeat(5_001))],
    [
      "body-too-large",
      {
        type: "doc",
        content: Array.from({ length: 3_000 }, () => ({
          type: "paragraph",
          content: [{ type: "text", text: "a", marks: [{ type: "bold" }] }],
        })),
      },
    ],
    ["body-unknown-node", { type: "doc", content: [{ type: "iframe", attrs: { src: "https://evil.example" } }] }],
    ["body-unknown-node", { type: "constructor" }],
    ["body-misplaced-node", { type: "doc", content: [{ type: "text", text: "bare" }] }],
    [
      "body-bad-link",
      {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "java\tscript:alert(1)" } }] }],
          },
        ],
      },
    ],
    [
      "body-not-well-formed",
      {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: ["https://a.example"] } }] }],
          },
        ],
      },
    ],
    ["control-character", paragraph("a\u0000b")],
    ["not-well-formed", paragraph("a\ud800b")],
    ["body-control-character", paragraph("a\u0007b")],
    ["field-unfit", 7],
    ["field-unfit", ["a"]],
  ])("an elaboration is refused as %s", async (code, body) => {
    await refused(code, { body });
  });

  test("an elaboration of many lists within lists is refused before it is read", async () => {
    await refused("json-too-deep", { body: { type: "doc", content: [nested(15)] } }, 400);
  });

  test("a broken character is refused wherever it stands", async () => {
    await refused("control-character", { submissionKey: "a\u0000b" });
    await refused("not-well-formed", { submissionKey: "a\udfffb" });
    await refused("control-character", cited(`${QUOTES.pilots}\u0000`));
  });
});

describe("what is answered", () => {
  test("is in the same thread, and is there", async () => {
    const elsewhere = await aThread(naledi, text);
    const { id: parent } = await anArgument(naledi, elsewhere, text);
    await refused("parent-elsewhere", { parent });
    await refused("parent-unknown", { parent: "0000000000000000" });
    await refused("bad-id", { parent: "no such id" });
    await expectRefusal(404, "missing", post, { token, params: { slug: "no-such-thread" }, body: content(text) });
  });

  test("is neither withdrawn nor removed nor waiting", async () => {
    const { id: withdrawn } = await anArgument(farid, slug, text, { claim: "Taken back." });
    await withdrawArgument(farid, withdrawn, null);
    await refused("parent-withdrawn", { parent: withdrawn }, 403);
    const { id: removed } = await anArgument(farid, slug, text, { claim: "Taken away." });
    await removeArgument(signe, removed, { code: "off-topic", note: null });
    await refused("parent-removed", { parent: removed }, 403);
    const watched = await aThread(naledi, text);
    await setThreadMode(signe, watched, { mode: "ALL_APPROVED" });
    const { id: parent } = await anArgument(farid, watched, text);
    const body = { ...content(text), parent };
    const params = { slug: watched };
    await expectRefusal(422, "parent-unknown", post, { token, params, body });
    await expectRefusal(403, "parent-pending", post, { token: await tokenOf(farid), params, body });
  });

  test("has one target, or the target is named", async () => {
    const citations = [QUOTES.mayor, QUOTES.pilots].map((quote) => ({ source: text, quote }));
    const { id: parent } = await anArgument(farid, slug, text, { citations });
    const { json } = await refused("target-ambiguous", { parent, stance: "CON", target: "EVIDENCE" });
    expect(json.candidates).toHaveLength(2);
    expect(json.detail).toContain("passage");
    await refused("target-unfit", { parent, target: "EVIDENCE", targetCitation: "0000000000000000" });
    await refused("target-unfit", { parent, target: "CLAIM", targetCitation: json.candidates[0] });
    await refused("target-unfit", { target: "RELEVANCE" });
    const named = { ...content(text), parent, target: "EVIDENCE", targetCitation: json.candidates[1] };
    expect((await call(post, { token, params: { slug }, body: named })).status).toBe(201);
  });

  test("is granted only where it is somebody else's and on the other side", async () => {
    await refused("concession-unfit", { concession: true });
    const { id: own } = await anArgument(naledi, slug, text, { claim: "My own." });
    await refused("concession-unfit", { concession: true, parent: own });
  });

  test("is open: nothing is added to a locked, archived or slow thread", async () => {
    const locked = await aThread(naledi, text);
    const { id } = await anArgument(naledi, locked, text);
    await setThreadMode(signe, locked, { mode: "LOCKED" });
    await expectRefusal(403, "thread-locked", post, { token, params: { slug: locked }, body: content(text) });
    const [archived, slow] = [await aThread(naledi, text), await aThread(naledi, text)];
    await setThreadMode(signe, archived, { mode: "ARCHIVED" });
    await expectRefusal(403, "thread-archived", post, { token, params: { slug: archived }, body: content(text) });
    await setThreadMode(signe, slow, { mode: "SLOW" });
    await anArgument(naledi, slow, text);
    const { json } = await expectRefusal(403, "thread-slow", post, {
      token,
      params: { slug: slow },
      body: content(text),
    });
    expect(json.detail).toContain("10 minutes");
    await expectRefusal(404, "missing", endLink, { token, params: { id }, body: { reason: "Away." } });
  });
});

describe("sources and threads", () => {
  const source = { title: "A note", text: "Short and readable.", rights: "OPEN" };

  test.each([
    ["blank", { title: " " }],
    ["blank", { text: " \n\n " }],
    ["not-text", { text: 7 }],
    ["control-character", { text: "a\u0000b" }],
    ["not-well-formed", { text: "a\ud800b" }],
    ["too-long", { title: "a".repeat(301) }],
    ["bad-date", { publishedOn: "2026-02-30" }],
    ["bad-date", { publishedOn: "+1e9" }],
    ["bad-address", { url: "javascript:alert(1)" }],
    ["bad-address", { url: "https://school.example@evil.example" }],
    ["bad-choice", { rights: "PUBLIC" }],
    ["rights-need-class", { rights: "CLASS" }, 403],
  ])("a source is refused as %s", async (code, other, status = 422) => {
    await expectRefusal(status as number, code, bring, { token, body: { ...source, ...other } });
  });

  test("the same text is stored once, and the refusal says where", async () => {
    const once = await call(bring, { token, body: source });
    expect(once.status).toBe(201);
    const again = { ...source, title: "Another title", text: "Short  and\treadable.\r\n" };
    const { json } = await expectRefusal(409, "source-exists", bring, { token, body: again });
    expect(json.source).toBe(once.json.slug);
    expect(json.detail).toContain(once.json.slug);
  });

  test("a thread is raised by words that are in a source", async () => {
    const thread = { question: "Is it so?", raisedBy: { source: text, quote: QUOTES.mayor } };
    const asked = (body: object) => ({ token, body });
    await expectRefusal(
      422,
      "quote-not-found",
      open,
      asked({ ...thread, raisedBy: { source: text, quote: "Nobody ever said such a thing." } }),
    );
    await expectRefusal(
      422,
      "source-unknown",
      open,
      asked({ ...thread, raisedBy: { ...thread.raisedBy, source: "none" } }),
    );
    await expectRefusal(422, "blank", open, asked({ ...thread, question: "\u200b" }));
    await expectRefusal(422, "field-unfit", open, asked({ question: "Is it so?" }));
  });
});
