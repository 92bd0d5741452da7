import { beforeAll, describe, expect, test } from "vitest";
import * as contract from "#lib/api/contract";
import { db } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { POST as revise } from "../../../app/api/v1/arguments/[id]/revisions/route.ts";
import { GET as argument } from "../../../app/api/v1/arguments/[id]/route.ts";
import { POST as withdraw } from "../../../app/api/v1/arguments/[id]/withdraw/route.ts";
import { POST as endLink } from "../../../app/api/v1/links/[id]/end/route.ts";
import { POST as startLink } from "../../../app/api/v1/links/route.ts";
import { POST as bring } from "../../../app/api/v1/sources/route.ts";
import { POST as post } from "../../../app/api/v1/threads/[slug]/arguments/route.ts";
import { POST as open } from "../../../app/api/v1/threads/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import {
  anArgument,
  aSource,
  aThread,
  content,
  person,
  QUOTES,
  rowCounts,
  TEXT,
  tokenOf,
} from "../../support/world.ts";

let naledi: Person;
let farid: Person;
let token: string;
let his: string;
let text: string;
let slug: string;

beforeAll(async () => {
  [naledi, farid] = [await person("naledi"), await person("farid")];
  [token, his] = [await tokenOf(naledi), await tokenOf(farid)];
  text = await aSource(naledi);
  slug = await aThread(naledi, text);
});

const events = (kind: string) => db().event.count({ where: { kind } });

describe("acting through the API", () => {
  test("words with other marks are stored as the source has them, and the answer says so, each time", async () => {
    const citations = [
      { source: text, quote: QUOTES.newsletter.replaceAll("’", "'") },
      { source: text, quote: QUOTES.pilots },
    ];
    const sent = { token, params: { slug }, body: { ...content(text), citations, submissionKey: "other-marks" } };
    const [first, again] = [await call(post, sent), await call(post, sent)];
    expect(first.status).toBe(201);
    contract.argumentInThread.parse(first.json);
    expect(first.json.citations).toMatchObject([
      { quote: QUOTES.newsletter, normalised: true },
      { quote: QUOTES.pilots },
    ]);
    expect(first.json.citations[1]).not.toHaveProperty("normalised");
    expect(again.json).toEqual(first.json);

    const params = { id: first.json.id };
    const revised = await call(revise, { token, params, body: { claim: "Shorter.", citations: [citations[0]] } });
    expect(revised.json.citations).toMatchObject([{ quote: QUOTES.newsletter, normalised: true }]);
    const raisedBy = { source: text, quote: QUOTES.pilots.replace(" ", "\u00a0") };
    const opened = await call(open, { token, body: { question: "Who pays for wages lost?", raisedBy } });
    expect(opened.json.raisedBy).toMatchObject({ quote: QUOTES.pilots, normalised: true });
  });

  test("a source is brought, a thread opened from it and an argument posted, each on the record", async () => {
    const before = await Promise.all(["source.brought", "thread.opened", "argument.posted"].map(events));
    const brought = await call(bring, {
      token,
      body: { title: "The Ferry Letters", text: TEXT.replaceAll("harbour", "ferry"), rights: "OPEN" },
    });
    expect(brought.status).toBe(201);
    contract.source.parse(brought.json);
    expect(brought.headers.get("location")).toBe(`/api/v1/sources/${brought.json.slug}`);
    const raisedBy = { source: brought.json.slug, quote: QUOTES.council };
    const opened = await call(open, { token, body: { question: "Does the ferry pay?", thesis: "It pays.", raisedBy } });
    expect(opened.status).toBe(201);
    contract.thread.parse(opened.json);
    expect(opened.headers.get("location")).toBe(`/api/v1/threads/${opened.json.slug}`);
    const posted = await call(post, {
      token,
      params: { slug: opened.json.slug },
      body: {
        stance: "CON",
        claim: "  Wages were lost.  ",
        body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Forty thousand." }] }] },
        citations: [{ source: brought.json.slug, version: 1, quote: QUOTES.pilots }],
      },
    });
    expect(posted.status).toBe(201);
    contract.argumentInThread.parse(posted.json);
    expect(posted.headers.get("location")).toBe(`/api/v1/arguments/${posted.json.id}`);
    expect(posted.json).toMatchObject({ number: 1, claim: "Wages were lost.", state: "VISIBLE" });
    expect(posted.json.citations[0]).toMatchObject({ source: brought.json.slug, quote: QUOTES.pilots });
    const after = await Promise.all(["source.brought", "thread.opened", "argument.posted"].map(events));
    expect(after).toEqual(before.map((count) => count + 1));
  });

  test("offsets are code points: an emoji before the words counts once", async () => {
    const start = [...TEXT.slice(0, TEXT.indexOf(QUOTES.pilots))].length;
    const cited = { source: text, quote: QUOTES.pilots, start, end: start + [...QUOTES.pilots].length };
    const { status, json } = await call(post, { token, params: { slug }, body: content(text, { citations: [cited] }) });
    expect(status).toBe(201);
    expect(json.citations[0]).toMatchObject({ start, end: cited.end });
    const utf16 = { ...cited, start: start + 1, end: cited.end + 1 };
    const counted = await call(post, { token, params: { slug }, body: content(text, { citations: [utf16] }) });
    expect(counted.json.citations[0]).toMatchObject({ start, end: cited.end });
  });

  test("the same submission key gives the same answer once, and with other words a conflict", async () => {
    const body = content(text, { claim: "Said twice, stored once.", submissionKey: "key-1" });
    const once = await call(post, { token, params: { slug }, body });
    const before = await rowCounts();
    const twice = await call(post, { token, params: { slug }, body });
    expect([once.status, twice.status]).toEqual([201, 201]);
    expect(twice.json).toEqual(once.json);
    expect(twice.headers.get("location")).toBe(once.headers.get("location"));
    expect(await rowCounts()).toEqual(before);
    const other = { ...body, claim: "Said otherwise." };
    await expectRefusal(409, "submission-key-reused", post, { token, params: { slug }, body: other });
    expect((await call(post, { token: his, params: { slug }, body })).json.id).not.toBe(once.json.id);
  });

  test("ten of the same post at once are one", async () => {
    const body = content(text, { claim: "All at once.", submissionKey: "key-2" });
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(post, { token, params: { slug }, body })));
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1);
    const stored = await db().revision.count({ where: { claim: "All at once." } });
    expect(stored).toBe(1);
  });

  test("an author revises and withdraws, and nobody else does", async () => {
    const { id } = await anArgument(naledi, slug, text, { claim: "First words." });
    const params = { id };
    const { stance: _, parent: _p, target: _t, concession: _c, ...words } = content(text, { claim: "Better words." });
    await expectRefusal(403, "author-only", revise, { token: his, params, body: words });
    const revised = await call(revise, { token, params, body: words });
    expect([revised.status, revised.json.claim]).toEqual([201, "Better words."]);
    await expectRefusal(403, "author-only", withdraw, { token: his, params, body: {} });
    const withdrawn = await call(withdraw, { token, params, body: { reason: "It is said elsewhere." } });
    expect([withdrawn.status, withdrawn.json.state, withdrawn.json.claim]).toEqual([200, "WITHDRAWN", null]);
    const before = await rowCounts();
    expect((await call(withdraw, { token, params, raw: "" })).status).toBe(200);
    expect(await rowCounts()).toEqual(before);
    await expectRefusal(403, "argument-gone", revise, { token, params, body: words });
  });

  test("a link starts and ends, and the last one stays", async () => {
    const { id: parent } = await anArgument(farid, slug, text, { claim: "To be answered." });
    const { id: child } = await anArgument(naledi, slug, text, { claim: "In two places." });
    const started = await call(startLink, { token, body: { child, parent, stance: "CON" } });
    expect(started.status).toBe(201);
    contract.link.parse(started.json);
    await expectRefusal(409, "link-exists", startLink, { token, body: { child, parent, stance: "PRO" } });
    await expectRefusal(422, "link-closes-circle", startLink, {
      token: his,
      body: { child: parent, parent: child, stance: "PRO" },
    });
    const params = { id: started.json.id };
    expect((await call(endLink, { token, params, body: { reason: "Said once is enough." } })).status).toBe(204);
    const before = await rowCounts();
    expect((await call(endLink, { token, params, body: { reason: "Again." } })).status).toBe(204);
    expect(await rowCounts()).toEqual(before);
    const { json } = await call(argument, { params: { id: child } });
    const last = { id: json.links[0].id };
    await expectRefusal(422, "link-is-last", endLink, { token, params: last, body: { reason: "Away." } });
  });
});

describe("at the door", () => {
  test("an act needs a token", async () => {
    await expectRefusal(401, "sign-in-first", post, { params: { slug }, body: content(text) });
    await expectRefusal(401, "token-unknown", post, { token: "gr_wrong", params: { slug }, body: content(text) });
  });

  test("a revoked token opens nothing", async () => {
    const { makeToken, revokeToken } = await import("#lib/users/commands/token");
    const made = await makeToken(naledi, "short-lived");
    await revokeToken(naledi, made.id);
    await expectRefusal(401, "token-unknown", post, { token: made.token, params: { slug }, body: content(text) });
  });

  test.each([["text/plain"], ["multipart/form-data"], ["application/jsonp"], ["application/x-www-form-urlencoded"]])(
    "a body of %s is not read",
    async (type) => {
      await expectRefusal(415, "content-type-unfit", post, {
        token,
        params: { slug },
        raw: JSON.stringify(content(text)),
        headers: { "content-type": type },
      });
    },
  );

  test.each([
    ["cut off", "{"],
    ["a trailing comma", '{"a":1,}'],
    ["a byte order mark", `\uFEFF{}`],
    ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d])],
  ])("a body that is no JSON is refused: %s", async (_, raw) => {
    await expectRefusal(400, "not-json", post, { token, params: { slug }, raw: raw as BodyInit });
  });

  test("a body nested five thousand levels deep is refused before it is parsed", () =>
    expectRefusal(400, "json-too-deep", post, {
      token,
      params: { slug },
      raw: `{"body":${"[".repeat(5000)}${"]".repeat(5000)}}`,
    }));

  test("a megabyte is the limit, two for a source", async () => {
    const body = { title: "Long", rights: "OPEN", text: "word ".repeat(300_000) };
    await expectRefusal(413, "body-too-large", post, { token, params: { slug }, body });
    await expectRefusal(422, "too-long", bring, { token, body });
    await expectRefusal(413, "body-too-large", bring, { token, body: { ...body, text: "word ".repeat(500_000) } });
  });

  test("fields that nobody may choose are refused by name", async () => {
    const body = { ...content(text), authorId: farid.id, number: 7, createdAt: "2020-01-01", verified: true };
    const { json } = await expectRefusal(422, "field-unknown", post, { token, params: { slug }, body });
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual([
      "authorId",
      "number",
      "createdAt",
      "verified",
    ]);
  });

  test("names of an object's own parts are fields like others", async () => {
    const raw = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(content(text)).slice(1)}`;
    await expectRefusal(422, "field-unknown", post, { token, params: { slug }, raw });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("fifty thousand unknown keys are refused at once, with a short list", async () => {
    const keys = Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join();
    const begun = performance.now();
    const raw = `{${keys}}`;
    const { json } = await expectRefusal(422, "bad-choice", post, { token, params: { slug }, raw });
    expect(json.errors).toHaveLength(20);
    // A tenth of it alone on the machine; what it must not take is minutes.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("who posts too often is told when to come again", async () => {
    const { spend } = await import("#lib/users/limits");
    const yuki = await person("yuki");
    await Promise.all(Array.from({ length: 300 }, () => spend("post", yuki.id)));
    const asked = { token: await tokenOf(yuki), params: { slug }, body: content(text) };
    const { headers } = await expectRefusal(429, "too-many", post, asked);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
