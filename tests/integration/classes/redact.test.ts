/** A teacher takes the words of a class's post away, and they stand nowhere any more; copies go with their originals. */
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { getArgument } from "#lib/arguments/queries/arguments";
import { copyThread } from "#lib/classes/commands/copy-thread";
import { openRound } from "#lib/classes/commands/open-round";
import { redactPost } from "#lib/classes/commands/redact";
import { argueFromNote, writeNote } from "#lib/classes/commands/round-notes";
import { copyThreadInput } from "#lib/classes/schema";
import { db } from "#lib/db";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { markArgument } from "#lib/moderation/commands";
import type { Person } from "#lib/users/viewer";
import { examine } from "../../../bin/doctor.ts";
import { aClass, aClassThread, asKnown } from "../../support/assigned.ts";
import { urlOf } from "../../support/databases.ts";
import { argument, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";
import { aRound } from "../../support/rounds.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
const world: World = await makeWorld();
const { naledi, tomasz, leilani, yuki, signe, mateo } = world.people;
const why = { reason: "It names a child." };

let room: { id: string; slug: string };
let thread: string;
let teacher: Person;
let pupil: Person;
beforeAll(() => superuser.connect());
afterAll(() => superuser.end());
beforeEach(async () => {
  room = await aClass(naledi, [tomasz, leilani]);
  thread = await aClassThread(room, world.thread, naledi);
  [teacher, pupil] = [await asKnown(naledi), await asKnown(tomasz)];
});

/** Every table in whose rows this word stands. */
async function holding(word: string): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const one = ({ name }: { name: string }) =>
    `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} AS t WHERE strpos(t::text, $1) > 0)`;
  return (await superuser.query<{ name: string }>(rows.map(one).join(" UNION ALL "), [word])).rows.map(
    ({ name }) => name,
  );
}

/** Of the rules those about redaction: the class is planted as rows. */
const broken = async () =>
  (await examine(superuser)).filter(({ name, count }) => /^(redacted|snapshot)/.test(name) && count > 0);

describe("taking a post's words away", () => {
  it("happens in every revision and wherever they were repeated, and the event is there", async () => {
    const { id } = await world.post(pupil, { claim: "Ana, a canaryvole, steals.", body: "A canaryvole." }, { thread });
    const citations = [{ source: world.source, quote: QUOTES[1] }];
    await markArgument(teacher, id, { kind: "UNCLEAR", note: "Which canaryvole?" });
    await takeSnapshot(teacher, thread);
    await reviseArgument(pupil, id, { claim: "Still a canaryvole.", body: null, citations });
    expect((await holding("canaryvole")).length).toBeGreaterThan(3);
    await redactPost(teacher, id, why);
    expect(await holding("canaryvole")).toEqual([]);
    expect((await eventsOf(thread)).at(-1)).toBe("argument.redacted");
    const { claim, citations: cited } = await getArgument(pupil, id);
    expect(claim).toMatch(/^[█ ]+$/);
    expect(cited).toHaveLength(1);
    expect(await broken()).toEqual([]);
  });

  it("finds nothing for whom the class is not there, whoever runs the forum", async () => {
    const { id } = await world.post(pupil, {}, { thread });
    for (const who of [yuki, signe, mateo])
      expect(await refusal(redactPost(await asKnown(who), id, why))).toBe("missing");
  });

  it("is its teachers' alone, and of what stands in their class", async () => {
    const { id } = await world.post(pupil, {}, { thread });
    expect(await refusal(redactPost(pupil, id, why))).toBe("teachers-only");
    const elsewhere = await world.post(yuki);
    expect(await refusal(redactPost(teacher, elsewhere.id, why))).toBe("teachers-only");
  });

  it("twice is as once", async () => {
    const { id } = await world.post(pupil, {}, { thread });
    await redactPost(teacher, id, why);
    await redactPost(teacher, id, { reason: "Again." });
    expect((await eventsOf(thread)).filter((kind) => kind === "argument.redacted")).toHaveLength(1);
    expect(await db().redaction.count({ where: { reason: "Again." } })).toBe(0);
  });

  it("takes the note along that became the argument", async () => {
    const { id: round } = await openRound(teacher, room.slug, aRound(thread));
    const { id: note } = await writeNote(pupil, room.slug, round, { text: "A canaryshrew did it.", speech: 0 });
    const { id } = await argueFromNote(
      pupil,
      room.slug,
      round,
      note,
      argument(world.source, { claim: "A canaryshrew did it." }),
    );
    await redactPost(teacher, id, why);
    expect(await holding("canaryshrew")).toEqual([]);
  });
});

describe("a copied argument", () => {
  const copy = async (of: string) =>
    (await copyThread(teacher, room.slug, copyThreadInput.parse({ thread: of, withArguments: true }))).slug;
  const redact = async (id: string) => {
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    await db().$executeRaw`SELECT redact('revision', ${currentRevisionId}, 'It had to go.', ${mateo.id})`;
  };

  it("is redacted with its original, and so is a copy of the copy", async () => {
    const { id } = await world.post(yuki, { claim: "A canarydormouse says so.", body: "The canarydormouse." });
    await copy(await copy(world.thread));
    await redact(id);
    expect(await holding("canarydormouse")).toEqual([]);
    expect(await broken()).toEqual([]);
  });

  it("stays where its original's other words are redacted, and goes alone where the class takes it away", async () => {
    const { id } = await world.post(yuki, { claim: "A canarylemming first." });
    const slug = await copy(world.thread);
    const copied = await db().argument.findFirstOrThrow({
      where: { thread: { slug }, currentRevision: { claim: "A canarylemming first." } },
    });
    const citations = [{ source: world.source, quote: QUOTES[0] }];
    await reviseArgument(yuki, id, { claim: "Put otherwise.", body: null, citations });
    await redact(id);
    expect((await getArgument(teacher, copied.id)).claim).toBe("A canarylemming first.");
    await redactPost(teacher, copied.id, why);
    const first = await db().revision.findFirstOrThrow({ where: { argumentId: id, ordinal: 1 } });
    expect(first.claim).toBe("A canarylemming first.");
  });
});
