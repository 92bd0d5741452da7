/** A word that stands only where somebody may not look is found by them nowhere: no hit, count, way to narrow, snippet or suggestion. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { db } from "#lib/db";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import { search } from "#lib/search/queries";
import { KINDS } from "#lib/search/schema";
import { bringSource } from "#lib/sources/commands/bring";
import { correctSource } from "#lib/sources/commands/correct";
import { openThread, setThreadMode } from "#lib/threads/commands";
import type { Viewer } from "#lib/users/viewer";
import { GET } from "../../../app/api/v1/search/route.ts";
import { call } from "../../support/call.ts";
import { urlOf } from "../../support/databases.ts";
import { makeWorld, QUOTES, TEXT, type World } from "../../support/island.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;

beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
});
afterAll(() => superuser.end());

/** Everything that a search for this word, and for one slip of it, says to somebody. */
async function heard(viewer: Viewer, word: string): Promise<string> {
  const slip = `${word.slice(0, -2)}${word.at(-1)}`;
  const asked = [word, slip, `${word} ferry`, `"${word}"`, `ferry or ${word}`].flatMap((q) => [
    { q },
    ...KINDS.map((kind) => ({ q, kind })),
  ]);
  const answers = await Promise.all(asked.map((one) => search(viewer, one)));
  const alone = answers.slice(0, 1 + KINDS.length);
  expect(alone.map(({ total }) => total)).toEqual(alone.map(() => 0));
  expect(
    alone.flatMap(({ kinds, threads, sources, authors }) => [
      ...Object.keys(kinds),
      ...threads,
      ...sources,
      ...authors,
    ]),
  ).toEqual([]);
  return JSON.stringify(answers);
}

async function expectUnheard(word: string, viewers: Viewer[] = [null, world.people.tomasz]) {
  for (const viewer of viewers) expect(await heard(viewer, word)).not.toContain(word);
  const { json } = await call(GET, { query: `?q=${word}` });
  expect(json).toEqual({ items: [], next: null, total: 0, meant: null });
  const slip = await call(GET, { query: `?q=${word.slice(0, -2)}${word.at(-1)}` });
  expect(JSON.stringify(slip.json)).not.toContain(word);
}

const totalOf = async (viewer: Viewer, q: string) => (await search(viewer, { q })).total;

describe("a word is found by nobody who may not see it", () => {
  test("of an argument that was withdrawn", async () => {
    const { id } = await world.post(world.people.naledi, {
      claim: "The ferry is a zanzibarist.",
      body: "Truly zanzibarist.",
    });
    expect(await totalOf(null, "zanzibarist")).toBe(1);
    expect((await search(null, { q: "zanzibarst" })).meant).toBe("zanzibarist");
    await withdrawArgument(world.people.naledi, id, null);
    await expectUnheard("zanzibarist", [null, world.people.naledi, world.people.signe]);
  });

  test("of an argument that was removed", async () => {
    const { id } = await world.post(world.people.naledi, { claim: "The ferry is a quibblewort." });
    expect(await totalOf(null, "quibblewort")).toBe(1);
    await removeArgument(world.people.signe, id, { code: "off-topic", note: "notewortling" });
    await expectUnheard("quibblewort", [null, world.people.naledi, world.people.signe]);
    await expectUnheard("notewortling");
  });

  test("of an argument that waits for a moderator", async () => {
    await setThreadMode(world.people.signe, world.thread, { mode: "ALL_APPROVED" });
    await world.post(world.people.naledi, { claim: "The ferry is a flimperjack.", body: "Indeed: flimperjack." });
    await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
    await expectUnheard("flimperjack");
  });

  test("of an earlier revision", async () => {
    const { id } = await world.post(world.people.naledi, { claim: "The ferry is a mirabellum." });
    const citations = [{ source: world.source, quote: QUOTES[1] }];
    await reviseArgument(world.people.naledi, id, { claim: "The ferry is a boat.", body: null, citations });
    await expectUnheard("mirabellum", [null, world.people.naledi]);
  });

  test("of a note that a moderator made", async () => {
    const { id } = await world.post(world.people.naledi, { claim: "The ferry is marked." });
    await markArgument(world.people.signe, id, { kind: "UNCLEAR", note: "It is snorkelwise." });
    await expectUnheard("snorkelwise");
  });

  test("of a thread of a class, its arguments and its source", async () => {
    const text = `${TEXT}\n\nThe council is called glimmerfen by the pupils of the school.`;
    const { slug } = await bringSource(world.people.mateo, { title: "A glimmerfen report", text, rights: "OPEN" });
    const raisedBy = { source: slug, quote: "whether the ferry should sail on Sundays as well" };
    const thread = await openThread(world.people.naledi, {
      question: "Is it a glimmerfen?",
      topic: "glimmerfen",
      raisedBy,
    });
    await world.post(
      world.people.naledi,
      { claim: "It is a glimmerfen.", citations: [{ source: slug, quote: QUOTES[2] }] },
      { thread: thread.slug },
    );
    expect(await totalOf(null, "glimmerfen")).toBe(4);
    await superuser.query("INSERT INTO classes (id, slug, name) VALUES ('class', 'class', 'A class')");
    await superuser.query("UPDATE threads SET class_id = 'class' WHERE slug = $1", [thread.slug]);
    await superuser.query("UPDATE sources SET class_id = 'class' WHERE slug = $1", [slug]);
    await expectUnheard("glimmerfen", [null, world.people.tomasz, world.people.naledi, world.people.signe]);
  });

  test("of a text whose rights allow excerpts alone, but for what is cited", async () => {
    const text = `${TEXT}\n\nThe pier is called brindlecove. An envoy said that trundlemere is a better name for the whole of it.`;
    const { slug } = await bringSource(world.people.mateo, { title: "On a pier", text, rights: "EXCERPTS" });
    await expectUnheard("brindlecove");
    await expectUnheard("trundlemere");
    await world.post(world.people.naledi, {
      citations: [{ source: slug, quote: "An envoy said that trundlemere is a better name" }],
    });
    await expectUnheard("brindlecove");
    const found = await search(null, { q: "trundlemere" });
    expect(found.items).toMatchObject([{ kind: "ARGUMENT", quote: { source: { slug } } }]);
    expect((await search(null, { q: "trundlemere", kind: "passage" })).total).toBe(1);
    // Who brought it, and who moderates, may read all of it.
    expect((await search(world.people.mateo, { q: "brindlecove" })).items).toMatchObject([{ kind: "TEXT" }]);
    expect((await search(world.people.signe, { q: "brindlecove" })).items).toMatchObject([{ kind: "TEXT" }]);
  });

  test("of a text's earlier version", async () => {
    const text = `${TEXT}\n\nThe lighthouse is kept by wendelhaupt since the autumn.`;
    const { slug } = await bringSource(world.people.mateo, { title: "On a lighthouse", text, rights: "OPEN" });
    expect(await totalOf(null, "wendelhaupt")).toBe(1);
    await correctSource(world.people.mateo, slug, { text: text.replace("wendelhaupt", "somebody else") });
    await expectUnheard("wendelhaupt");
  });

  test("of a passage on which nothing stands that may be seen", async () => {
    const text = `${TEXT}\n\nThe bell is rung by ottersmith whenever a guest arrives late.`;
    const { slug } = await bringSource(world.people.mateo, { title: "On a bell", text, rights: "EXCERPTS" });
    const quote = "The bell is rung by ottersmith";
    const { id } = await world.post(world.people.naledi, { citations: [{ source: slug, quote }] });
    expect((await search(null, { q: "ottersmith", kind: "passage" })).total).toBe(1);
    await withdrawArgument(world.people.naledi, id, null);
    await expectUnheard("ottersmith");
  });
});

describe("what was redacted", () => {
  test("is found by nobody from the same transaction on, and offered to nobody", async () => {
    const { id } = await world.post(world.people.naledi, {
      claim: "The ferry is a pellucidor.",
      body: "The word is pellucidor.",
    });
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT redact('revision', ${currentRevisionId}, 'a test', ${world.people.signe.id})`;
      const left =
        await tx.$queryRaw`SELECT id FROM search_entries WHERE words @@ websearch_to_tsquery('grounds', 'pellucidor')`;
      expect(left).toEqual([]);
      expect(await tx.$queryRaw`SELECT word FROM search_words WHERE word = 'pellucidor'`).toEqual([]);
    });
    await expectUnheard("pellucidor", [null, world.people.naledi, world.people.signe]);
  });

  test("of a passage is gone from all that quotes it, and from the text", async () => {
    const text = `${TEXT}\n\nThe mast was made by barnstable of the northern yard in May.`;
    const { slug } = await bringSource(world.people.mateo, { title: "On a mast", text, rights: "OPEN" });
    const quote = "The mast was made by barnstable";
    await openThread(world.people.naledi, { question: "Who made it?", raisedBy: { source: slug, quote } });
    await world.post(world.people.naledi, { citations: [{ source: slug, quote }] });
    expect(await totalOf(null, "barnstable")).toBe(3);
    const passage = await db().passage.findFirstOrThrow({ where: { quote } });
    await db().$executeRaw`SELECT redact('passage', ${passage.id}, 'a test', ${world.people.signe.id})`;
    await expectUnheard("barnstable", [null, world.people.mateo, world.people.signe]);
    expect(await db().$queryRaw`SELECT word FROM search_words WHERE word = 'barnstable'`).toEqual([]);
  });
});

test("the app's role writes no entry and calls nothing that does", async () => {
  for (const statement of [
    "UPDATE search_entries SET words = ''",
    "DELETE FROM search_entries",
    "INSERT INTO search_words VALUES ('forged')",
    "SELECT search_learns('forged')",
    "SELECT search_keeps(e) FROM search_entries e",
  ]) {
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
  }
});
