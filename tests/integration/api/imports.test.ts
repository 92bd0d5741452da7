import { beforeAll, describe, expect, test, vi } from "vitest";
import * as contract from "#lib/api/contract-imports";
import { getSnapshot } from "#lib/maps/queries";
import { writeSnapshot } from "#lib/maps/snapshot-file";
import type { Person } from "#lib/users/viewer";
import { POST as propose } from "../../../app/api/v1/threads/[slug]/imports/proposals/route.ts";
import { POST as bring } from "../../../app/api/v1/threads/[slug]/imports/route.ts";
import { POST as cite } from "../../../app/api/v1/threads/[slug]/tray/[id]/arguments/route.ts";
import { POST as away } from "../../../app/api/v1/threads/[slug]/tray/[id]/put-away/route.ts";
import { GET as tray } from "../../../app/api/v1/threads/[slug]/tray/route.ts";
import { POST as proposeOpening } from "../../../app/api/v1/threads/new/imports/proposals/route.ts";
import { POST as open } from "../../../app/api/v1/threads/new/imports/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { aSource, aThread, person, QUOTES, rowCounts, tokenOf } from "../../support/world.ts";

vi.setConfig({ testTimeout: 30_000 });

let naledi: Person;
let token: string;
let source: string;
let params: { slug: string };

beforeAll(async () => {
  naledi = await person("naledi");
  token = await tokenOf(naledi);
  source = await aSource(naledi);
  params = { slug: await aThread(naledi, source) };
});

const MAP = `Discussion Name:\nX?\n\n1. Thesis:\nX.\n\n  1.1. Pro:\n  Stands [1].\n\n  1.2. Con:\n  Waits.\n\n    1.2.1. Con:\n    Follows.\n\nSources:\n[1] \n"${QUOTES.newsletter}"\n`;
const file = (text: string) => ({ file: { name: "map.txt", content: Buffer.from(text).toString("base64") } });

describe("maps from elsewhere", () => {
  test("are proposed in the contract's shape, and nothing is stored", async () => {
    const before = await rowCounts();
    const { status, json } = await call(propose, { token, params, body: file(MAP) });
    expect(status).toBe(200);
    expect(contract.importProposal.parse(json)).toMatchObject({
      ...{ format: "kialo", posted: 1, waiting: 2, known: 0, reasons: { "no-words": 1, "parent-waits": 1 } },
      claims: [
        { claim: "Stands.", comes: "posted", sources: [source] },
        { comes: "waiting", why: "no-words" },
        { depth: 2 },
      ],
    });
    expect(await rowCounts()).toEqual(before);
  });

  test("are brought, wait in the tray, are cited for, and put away", async () => {
    const { status, json, headers } = await call(bring, { token, params, body: file(MAP) });
    expect([status, contract.imported.parse(json)]).toEqual([201, { posted: 1, waiting: 2, known: 0 }]);
    expect(headers.get("location")).toBe(`/api/v1/threads/${params.slug}/tray`);
    expect((await call(bring, { token, params, body: file(MAP) })).json).toEqual({ posted: 0, waiting: 0, known: 3 });

    const waiting = (await call(tray, { token, params })).json;
    const [first, second] = contract.tray.parse(waiting).items;
    expect([first?.claim, second?.waitsFor]).toEqual(["Waits.", first?.id]);
    const post = { stance: "CON", claim: "Waits no more.", citations: [{ source, quote: QUOTES.mayor }] };
    const posted = await call(cite, { token, params: { ...params, id: first?.id ?? "" }, body: post });
    expect([posted.status, posted.json.claim, posted.json.thread]).toEqual([201, "Waits no more.", params.slug]);
    const put = await call(away, { token, params: { ...params, id: second?.id ?? "" }, body: {} });
    expect([put.status, put.json]).toEqual([200, { count: 1 }]);
    expect((await call(tray, { token, params })).json).toEqual({ items: [], next: null });
  });

  test("of a thread's own open it elsewhere, once", async () => {
    const snapshot = writeSnapshot(await getSnapshot(null, params.slug));
    const body = file(snapshot);
    const before = await rowCounts();
    const proposed = await call(proposeOpening, { token, body });
    expect(contract.openingProposal.parse(proposed.json)).toMatchObject({ posted: 2, known: 0, opened: null });
    expect(await rowCounts()).toEqual(before);
    const { status, json, headers } = await call(open, { token, body });
    const { slug, ...counts } = contract.openedFromFile.parse(json);
    expect([status, counts]).toEqual([201, { posted: 2, waiting: 0, known: 0 }]);
    expect(headers.get("location")).toBe(`/api/v1/threads/${slug}`);
    expect((await call(open, { token, body })).json).toEqual({ slug, posted: 0, waiting: 0, known: 2 });
    expect((await call(proposeOpening, { token, body })).json).toMatchObject({ known: 2, opened: slug });
    await expectRefusal(422, "map-opens-nothing", open, { token, body: file(MAP) });
    await expectRefusal(401, "sign-in-first", open, { body });
  });

  test("are refused whole, with a sentence: what is no map, what is not base64, who has no token, where nothing is", async () => {
    const asked = { token, params };
    await expectRefusal(422, "map-unknown", bring, { ...asked, body: file('{"a": 1}') });
    await expectRefusal(422, "map-circle", bring, {
      ...asked,
      body: file("Discussion Title: X?\n\n1. A.\n1.1. Pro: B.\n1.1.1. Con: C.\n1.1.1.1. Con: -> See 1.1.\n"),
    });
    await expectRefusal(422, "not-base64", propose, { ...asked, body: { file: { name: "x", content: "%%" } } });
    await expectRefusal(401, "sign-in-first", bring, { params, body: file(MAP) });
    await expectRefusal(404, "missing", bring, { token, params: { slug: "nowhere" }, body: file(MAP) });
    await expectRefusal(403, "sign-in-first", tray, { params });
  });
});
