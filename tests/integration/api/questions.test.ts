import { beforeAll, describe, expect, test } from "vitest";
import * as contract from "#lib/api/contract";
import type { Person } from "#lib/users/viewer";
import { GET as questions } from "../../../app/api/v1/sources/[slug]/questions/route.ts";
import { POST as open } from "../../../app/api/v1/threads/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { aSource, person, rowCounts, tokenOf } from "../../support/world.ts";

const TEXT = [
  "The school board met on Monday 😀 in the old gym.",
  "Lawyers ask whether the board would be allowed by law to sell the orchard.",
  "A new gym would cost 900,000 crowns, and its fees would be paid by parents.",
].join("\n\n");

let naledi: Person;
let slug: string;

beforeAll(async () => {
  naledi = await person("naledi");
  slug = await aSource(naledi, { text: TEXT });
});

describe("the questions of a source", () => {
  test("are proposed to anybody, the best first, in the contract's shape", async () => {
    const { status, json } = await call(questions, { params: { slug } });
    expect(status).toBe(200);
    contract.proposedQuestions.parse(json);
    expect(json).toMatchObject({
      items: [
        { topic: "LEGALITY", why: "WHETHER", question: "Would the board be allowed by law to sell the orchard?" },
        { topic: "FEE", why: "MODAL" },
      ],
      next: null,
    });
  });

  test("open a thread as they are, with their passage as what raises it", async () => {
    const { json } = await call(questions, { params: { slug } });
    const [{ question, topic, passage }] = json.items;
    const opened = await call(open, { token: await tokenOf(naledi), body: { question, topic, raisedBy: passage } });
    expect(opened.status).toBe(201);
    expect(opened.json).toMatchObject({ question, topic, raisedBy: passage });
  });

  test("store nothing, and are the same twice", async () => {
    const before = await rowCounts();
    const [first, second] = [await call(questions, { params: { slug } }), await call(questions, { params: { slug } })];
    expect(second.json).toEqual(first.json);
    expect(await rowCounts()).toEqual(before);
  });

  test("are no way around the rights: excerpts raise none for strangers, and all for who brought the text", async () => {
    const kept = await aSource(naledi, { text: `${TEXT}\n\nIt was printed on Tuesday.`, rights: "EXCERPTS" });
    expect((await call(questions, { params: { slug: kept } })).json).toEqual({ items: [], next: null });
    const farid = await tokenOf(await person("farid"));
    expect((await call(questions, { params: { slug: kept }, token: farid })).json.items).toEqual([]);
    const own = await call(questions, { params: { slug: kept }, token: await tokenOf(naledi) });
    expect(own.json.items).toHaveLength(2);
  });

  test("are missing where the source cannot be seen", async () => {
    await expectRefusal(404, "missing", questions, { params: { slug: "no-such-text" } });
  });

  test("take no query", async () => {
    await expectRefusal(400, "query-unfit", questions, { params: { slug }, query: "?limit=1" });
  });
});
