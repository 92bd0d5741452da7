import { beforeAll, describe, expect, test } from "vitest";
import * as contract from "#lib/api/contract";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { FORMATS } from "#lib/maps/formats";
import { setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { GET as health } from "../../../app/api/health/route.ts";
import { GET as unknown } from "../../../app/api/v1/[...rest]/route.ts";
import { GET as revisions } from "../../../app/api/v1/arguments/[id]/revisions/route.ts";
import { GET as argument } from "../../../app/api/v1/arguments/[id]/route.ts";
import { GET as source } from "../../../app/api/v1/sources/[slug]/route.ts";
import { GET as sources } from "../../../app/api/v1/sources/route.ts";
import { GET as exported } from "../../../app/api/v1/threads/[slug]/export/route.ts";
import { GET as thread } from "../../../app/api/v1/threads/[slug]/route.ts";
import { GET as threads } from "../../../app/api/v1/threads/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { anArgument, aSource, aThread, person, QUOTES, TEXT, tokenOf } from "../../support/world.ts";

let naledi: Person;
let farid: Person;
let slug: string;
let text: string;
let first: string;
let gone: string;

beforeAll(async () => {
  [naledi, farid] = [await person("naledi"), await person("farid")];
  text = await aSource(naledi);
  slug = await aThread(naledi, text);
  first = (await anArgument(naledi, slug, text, { body: "The spring is long before winter." })).id;
  const spans = [{ quote: QUOTES.council }, { quote: QUOTES.cost }];
  const answer = { parent: first, stance: "CON", citations: [{ source: text, spans }] } as const;
  await anArgument(farid, slug, text, { ...answer, claim: "Nobody was heard.", citations: [{ source: text, spans }] });
  gone = (await anArgument(farid, slug, text, { claim: "Nobody reads newsletters." })).id;
  await withdrawArgument(farid, gone, "I misread it.");
});

describe("reading", () => {
  test("health says that the database answers, and which version this is", async () => {
    const response = await health();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok", database: "ok", version: expect.stringMatching(/^\d/) });
  });

  test("a thread has the contract's shape, its links, and tombstones without words", async () => {
    const { status, json } = await call(thread, { params: { slug } });
    expect(status).toBe(200);
    contract.thread.parse(json);
    expect(json.raisedBy).toMatchObject({ source: text, version: 1, quote: QUOTES.council, start: 0, end: 29 });
    expect(json.arguments.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
    expect(json.arguments[2]).toMatchObject({ state: "WITHDRAWN", claim: null, body: null, citations: [] });
    expect(json.links).toHaveLength(3);
    expect(json.next).toBeNull();
    expect(JSON.stringify(json)).not.toContain("newsletters");
  });

  test("a citation of several spans joins them and names the whole stretch", async () => {
    const { json } = await call(thread, { params: { slug } });
    const [citation] = json.arguments[1].citations;
    expect(citation.quote).toBe(`${QUOTES.council} … ${QUOTES.cost}`);
    const points = [...TEXT];
    expect(points.slice(citation.spans[1].start, citation.spans[1].end).join("")).toBe(QUOTES.cost);
    expect([citation.start, citation.end]).toEqual([0, citation.spans[1].end]);
    expect(citation.state).toBe("VERBATIM");
  });

  test("a thread's arguments go on after a number, and stream as one", async () => {
    const rest = await call(thread, { params: { slug }, query: "?after=1" });
    expect(rest.json.arguments.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
    expect(rest.json.links).toHaveLength(2);
    const [page, all] = [
      await call(thread, { params: { slug } }),
      await call(thread, { params: { slug }, query: "?all=1" }),
    ];
    expect(all.json).toEqual(page.json);
  });

  test("an argument names its thread and its links, and its revisions stand beside it", async () => {
    const { json } = await call(argument, { params: { id: first } });
    contract.argumentInThread.parse(json);
    expect(json).toMatchObject({ id: first, number: 1, thread: slug, author: { handle: "naledi" }, state: "VISIBLE" });
    expect(json.links).toMatchObject([{ child: first, parent: null, stance: "PRO", target: "CLAIM" }]);
    const history = await call(revisions, { params: { id: first } });
    contract.revisions.parse(history.json);
    expect(history.json.items).toMatchObject([{ ordinal: 1, occasion: "FIRST" }]);
    expect((await call(revisions, { params: { id: gone } })).json.items).toEqual([]);
  });

  test("threads and sources come as lists", async () => {
    const listed = await call(threads);
    contract.threads.parse(listed.json);
    expect(listed.json.items.map((one: { slug: string }) => one.slug)).toContain(slug);
    const texts = await call(sources);
    contract.sources.parse(texts.json);
    expect(texts.json.items.map((one: { slug: string }) => one.slug)).toContain(text);
  });

  test("a source gives its text where the rights allow it, and its cited passages", async () => {
    const open = await call(source, { params: { slug: text } });
    contract.source.parse(open.json);
    expect(open.json.versions).toMatchObject([{ number: 1, text: expect.stringContaining(TEXT) }]);
    expect(open.json.passages.map(({ quote }: { quote: string }) => quote)).toContain(QUOTES.mayor);

    const kept = await aSource(naledi, { rights: "EXCERPTS" });
    const stranger = await call(source, { params: { slug: kept } });
    expect(stranger.json.versions).toEqual([{ number: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(JSON.stringify(stranger.json)).not.toContain("council");
    const owner = await call(source, { params: { slug: kept }, token: await tokenOf(naledi) });
    expect(owner.json.versions[0].text).toContain(TEXT);
  });

  /** What a reader of each finds; of archives and pages that they are such. */
  const TOLD: Record<string, string> = {
    mermaid: "1 The works were announced",
    csv: "PK",
    docx: "PK",
    pdf: "%PDF",
    "flow-xlsx": "PK",
    svg: "#1 Pro: The works were announced",
    png: "PNG",
  };
  const WORKS = ["bibtex", "ris", "csl"];

  test.each(Object.keys(FORMATS))("a thread is taken along as %s, under a plain file name", async (format) => {
    const request = new Request(`http://localhost/x?format=${format}`);
    const response = await exported(request, { params: Promise.resolve({ slug }) });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9.-]+\.[a-z]+"$/);
    expect(await response.text()).toContain(TOLD[format] ?? (WORKS.includes(format) ? `/t/${slug}` : QUOTES.mayor));
  });

  test("a part of a thread is taken along, and a copy without names; what is left empty narrows nothing", async () => {
    const take = async (query: string) => {
      const request = new Request(`http://localhost/x?format=json${query}`);
      return (await exported(request, { params: Promise.resolve({ slug }) })).json();
    };
    const whole = await take("&branch=&depth=&stance=&authors=names");
    expect(whole.selection).toBeUndefined();
    const top = await take("&depth=1&authors=pseudonyms");
    expect(top.selection).toEqual({ branch: null, depth: 1, stance: null, pseudonyms: true });
    expect(top.arguments.length).toBeLessThan(whole.arguments.length);
    expect(JSON.stringify(top.arguments)).not.toMatch(/Naledi|naledi|Farid|farid/);
    expect((await call(exported, { params: { slug }, query: "?branch=999" })).status).toBe(404);
    await expectRefusal(400, "query-unfit", exported, { params: { slug }, query: "?depth=0" });
  });

  test("an unknown format is refused with the known ones", async () => {
    const { json } = await expectRefusal(422, "format-unknown", exported, { params: { slug }, query: "?format=doc" });
    expect(json.formats).toEqual(Object.keys(FORMATS));
    expect(json.detail).toContain("json, argdown, xaif");
  });
});

describe("what is asked wrongly", () => {
  test("what does not exist, what names nothing and what has no route are missing in the same words", async () => {
    const asked = [
      await call(thread, { params: { slug: "no-such-thread" } }),
      await call(thread, { params: { slug: "a\u0000b" } }),
      await call(argument, { params: { id: "0000000000000000" } }),
      await call(argument, { params: { id: '{"not":""}' } }),
      await call(source, { params: { slug: text }, query: "?version=2" }),
      await call(unknown, { params: { rest: "search" }, query: "?q=harbour" }),
    ];
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 404));
    expect(new Set(asked.map(({ json }) => JSON.stringify(json))).size).toBe(1);
    expect(asked[0]?.json).toMatchObject({ type: "urn:grounds:missing" });
  });

  test.each(["?after=1&after=2", "?all=1&all=1"])("a key that stands twice is refused: %s", async (query) => {
    await expectRefusal(400, "query-repeated", thread, { params: { slug }, query });
  });

  test.each([
    ...["-1", "0", "1e21", "NaN", "1e3", "0x10", "", "2147483648", "1.5", "%20 1"].map((n) => `?after=${n}`),
    ...["?all=true", "?all=", "?sort=author.email", "?__proto__=1", "?per_page=%3Cscript%3E"],
  ])("a query is taken as it is written, never guessed: %s", async (query) => {
    const { json } = await expectRefusal(400, "query-unfit", thread, { params: { slug }, query });
    expect(json.errors).toHaveLength(1);
  });

  test("a wrong token is refused on reading, too, and is told how to come", async () => {
    for (const authorization of ["Bearer wrong", "Basic bWF0ZW86eA==", "Bearer", `Bearer ${"a".repeat(300)}`]) {
      const answer = await expectRefusal(401, "token-unknown", threads, { headers: { authorization } });
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }
  });

  test("a cookie opens nothing", async () => {
    const { status } = await call(threads, { headers: { cookie: "grounds.session=stolen" } });
    expect(status).toBe(200);
  });

  test("what waits for a moderator is in no answer but its author's", async () => {
    const quiet = await aThread(naledi, text);
    await setThreadMode(await person("signe"), quiet, { mode: "ALL_APPROVED" });
    const { id } = await anArgument(farid, quiet, text, { claim: "A canary sings." });
    expect(JSON.stringify((await call(thread, { params: { slug: quiet } })).json)).not.toContain("canary");
    expect((await call(argument, { params: { id } })).status).toBe(404);
    expect((await call(argument, { params: { id }, token: await tokenOf(naledi) })).status).toBe(404);
    expect((await call(argument, { params: { id }, token: await tokenOf(farid) })).json.state).toBe("PENDING");
    for (const format of Object.keys(FORMATS)) {
      const request = new Request(`http://localhost/x?format=${format}`);
      const file = await exported(request, { params: Promise.resolve({ slug: quiet }) });
      expect(await file.text()).not.toMatch(/canary|farid|Farid/);
    }
    expect(JSON.stringify((await call(source, { params: { slug: text } })).json)).not.toContain("canary");
    // Every format is written, some by slow libraries.
  }, 30_000);
});
