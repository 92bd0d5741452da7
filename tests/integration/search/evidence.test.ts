/** Every figure of the evidence view, and the list it leads to. */
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import type { Evidence } from "#lib/maps/evidence";
import { getEvidence } from "#lib/maps/evidence-queries";
import { markArgument } from "#lib/moderation/commands";
import { search } from "#lib/search/queries";
import type { Asked } from "#lib/search/schema";
import { bringSource } from "#lib/sources/commands/bring";
import { correctSource } from "#lib/sources/commands/correct";
import { setThreadMode } from "#lib/threads/commands";
import { urlOf } from "../../support/databases.ts";
import { makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;
let evidence: Evidence;
let second: string;

beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
  const { naledi, tomasz, leilani, farid, mateo, signe } = world.people;
  second = (
    await bringSource(mateo, {
      title: "A second text",
      text: `${TEXT}\n\nThe quay is painted in a dark green colour.`,
      rights: "OPEN",
    })
  ).slug;
  const at = (days: number) => ({ at: new Date(Date.now() - days * 86_400_000) });
  const { id: a } = await world.post(naledi, { claim: "One." }, at(9));
  const { id: b } = await world.post(tomasz, { claim: "Two.", parent: a, stance: "CON" }, at(8));
  await world.post(
    naledi,
    { claim: "Three.", parent: b, stance: "CON", citations: [{ source: second, quote: QUOTES[2] }] },
    at(7),
  );
  const two = [
    { source: second, quote: "The quay is painted in a dark green colour." },
    { source: world.source, quote: QUOTES[1] },
  ];
  const { id: d } = await world.post(leilani, { claim: "Four.", stance: "CON", citations: two }, at(6));
  for (const n of [5, 4, 3]) await world.post(naledi, { claim: `More of it: ${n}.`, parent: a }, at(n));
  const gone = await world.post(farid, { claim: "Gone.", parent: d }, at(2));
  await withdrawArgument(farid, gone.id, null);
  await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
  await world.post(farid, { claim: "Waiting.", parent: d });
  await setThreadMode(signe, world.thread, { mode: "OPEN" });
  await markArgument(signe, d, { kind: "PASSAGE_DOES_NOT_SUPPORT", note: null });
  await correctSource(mateo, second, { text: `${TEXT}\n\nNothing is said about a colour any more.` });
  evidence = await getEvidence(null, world.thread);
});
afterAll(() => superuser.end());

const totalOf = async (asked: Asked) => (await search(null, { thread: world.thread, ...asked })).total;

test("what it stands on", async () => {
  expect([evidence.arguments, evidence.citations, evidence.passages.total]).toEqual([7, 8, 4]);
  expect(evidence.passages.total).toBe(evidence.thread.counts.passages);
  expect(await totalOf({ kind: "passage" })).toBe(4);
  expect(evidence.passages.shown[0]).toMatchObject({ quote: QUOTES[0], stances: { PRO: 4, CON: 1 }, paragraph: 1 });
  for (const { id, stances } of evidence.passages.shown) {
    expect(await totalOf({ passage: id, stance: "pro" })).toBe(stances.PRO);
    expect(await totalOf({ passage: id, stance: "con" })).toBe(stances.CON);
  }
});

test("what became of its words", async () => {
  expect([evidence.moved, evidence.orphaned]).toEqual([0, 1]);
  expect([await totalOf({ words: "moved" }), await totalOf({ words: "orphaned" })]).toEqual([0, 1]);
  const orphaned = evidence.passages.shown.find(({ quote }) => quote.startsWith("The quay"));
  expect(orphaned?.place).toBeNull();
});

test("reliance and balance", async () => {
  expect(await totalOf({ alone: "yes" })).toBe(evidence.alone);
  for (const { source, sides, alone } of evidence.sources.shown) {
    expect(await totalOf({ source: source.slug, kind: "argument" })).toBe(sides.PRO + sides.CON);
    expect(await totalOf({ source: source.slug, side: "pro" })).toBe(sides.PRO);
    expect(await totalOf({ source: source.slug, side: "con" })).toBe(sides.CON);
    expect(await totalOf({ source: source.slug, alone: "yes" })).toBe(alone);
  }
  for (const { turn, sides } of evidence.turns) {
    expect(await totalOf({ turn: String(turn), side: "pro" })).toBe(sides.PRO);
    expect(await totalOf({ turn: String(turn), side: "con" })).toBe(sides.CON);
  }
  expect(evidence.turns.map(({ sides }) => sides)).toEqual([
    { PRO: 1, CON: 1 },
    { PRO: 3, CON: 1 },
    { PRO: 1, CON: 0 },
  ]);
});

test("contested, challenged, unanswered, dropped", async () => {
  expect(await totalOf({ kind: "passage", contested: "yes" })).toBe(evidence.contested.total);
  expect(evidence.contested.shown.map(({ quote }) => quote)).toEqual([QUOTES[0]]);
  expect(evidence.challenged).toMatchObject({
    total: 1,
    shown: [{ argument: { claim: "Four." }, by: { handle: "signe" } }],
  });
  expect(await totalOf({ marked: "yes" })).toBe(1);
  expect(evidence.unanswered).toEqual({ PRO: 4, CON: 1 });
  expect(await totalOf({ answered: "no", side: "pro" })).toBe(4);
  expect(evidence.dropped).toMatchObject({ total: 1, shown: [{ claim: "Four.", side: "CON" }] });
  expect(await totalOf({ dropped: "yes" })).toBe(1);
});

test("who takes part, without those who were withdrawn or wait", async () => {
  expect(evidence.people).toMatchObject({ total: 3, shown: [{ person: { handle: "naledi" }, arguments: 5 }, {}, {}] });
  for (const { person, arguments: count } of evidence.people.shown)
    expect(await totalOf({ author: person.handle })).toBe(count);
  expect(JSON.stringify(evidence)).not.toMatch(/Gone|Waiting|farid/);
});

test("is missing where the thread may not be seen, and so are its sides", async () => {
  await superuser.query("INSERT INTO classes (id, slug, name) VALUES ('class', 'class', 'A class')");
  await superuser.query("UPDATE threads SET class_id = 'class' WHERE slug = $1", [world.thread]);
  expect(await refusal(getEvidence(null, world.thread))).toBe("missing");
  expect(await refusal(getEvidence(null, "not-there"))).toBe("missing");
  expect(await totalOf({ side: "pro" })).toBe(0);
  expect((await search(null, { side: "pro" })).total).toBe(0);
});
