/** Rounds of speeches: opened and timed by teachers, followed by their class, and what is noted in them. */
import { beforeEach, describe, expect, it } from "vitest";
import { round as roundContract } from "#lib/api/round-routes";
import { getThread } from "#lib/arguments/queries/threads";
import { openRound, runClock } from "#lib/classes/commands/open-round";
import { argueFromNote, takeNoteBack, writeNote } from "#lib/classes/commands/round-notes";
import type { ClockAct } from "#lib/classes/round";
import { clockAt } from "#lib/classes/round";
import { getNote, getRound, getRoundChoices, listRounds } from "#lib/classes/round-queries";
import { writeNoteInput } from "#lib/classes/round-schema";
import { getSheet } from "#lib/classes/round-sheet";
import { db } from "#lib/db";
import { listHappened, told } from "#lib/live/queries";
import { getFlow } from "#lib/maps/flow-view";
import { getSnapshot } from "#lib/maps/queries";
import { makeToken } from "#lib/users/commands/token";
import type { Person } from "#lib/users/viewer";
import { POST as postTakeBack } from "../../../app/api/v1/classes/[slug]/rounds/[id]/notes/[note]/take-back/route.ts";
import { POST as postNote } from "../../../app/api/v1/classes/[slug]/rounds/[id]/notes/route.ts";
import { GET as readRound } from "../../../app/api/v1/classes/[slug]/rounds/[id]/route.ts";
import { aClass, aClassThread, asKnown, task } from "../../support/assigned.ts";
import { call } from "../../support/call.ts";
import { argument, eventsOf, makeWorld, refusal, type World } from "../../support/island.ts";
import { aRound } from "../../support/rounds.ts";

const world: World = await makeWorld();
const { naledi, tomasz, leilani, farid, yuki, signe, mateo } = world.people;

let room: { id: string; slug: string };
let thread: string;
let teacher: Person;
let pupil: Person;
let peer: Person;
let stranger: Person;
let id: string;
beforeEach(async () => {
  room = await aClass(naledi, [tomasz, leilani, farid]);
  thread = await aClassThread(room, world.thread, naledi);
  [teacher, pupil] = [await asKnown(naledi), await asKnown(tomasz)];
  [peer, stranger] = [await asKnown(leilani), await asKnown(yuki)];
  ({ id } = await openRound(teacher, room.slug, aRound(thread)));
});

const T0 = Date.now();
const after = (seconds: number) => ({ at: new Date(T0 + seconds * 1000) });
const run = (act: ClockAct, speech: number, seconds: number, who = teacher) =>
  runClock(who, room.slug, id, { act, speech }, after(seconds));
const shown = async (seconds: number, who = pupil) => {
  const round = await getRound(who, room.slug, id);
  return clockAt(round, round.done, T0 + seconds * 1000);
};
const kinds = async () => (await eventsOf(thread)).filter((kind) => /^(round|note)\./.test(kind));
const note = (text = "A ferry is not a bridge.", { who = pupil, speech = 0 } = {}) =>
  writeNote(who, room.slug, id, { text, speech });
const notes = async (who: Person = pupil) => (await getRound(who, room.slug, id)).notes.map(({ text }) => text);
const outside = async () => [stranger, await asKnown(signe), await asKnown(mateo)];

describe("opening a round", () => {
  it("happens, is there for the class, and the event is there", async () => {
    expect(await kinds()).toEqual(["round.opened"]);
    for (const who of [teacher, pupil])
      expect(await listRounds(who, room.slug)).toMatchObject([{ id, thread: { slug: thread } }]);
    expect(await getRound(pupil, room.slug, id)).toMatchObject({ prepSeconds: 60, notes: [], mayRun: { ok: false } });
  });

  it("is for its class alone: for everybody else there is no such class and no such round", async () => {
    for (const who of [...(await outside()), null]) {
      expect(await refusal(getRound(who, room.slug, id))).toBe("missing");
      expect(await refusal(getRoundChoices(who, room.slug))).toBe("missing");
      expect(await listRounds(who, room.slug)).toEqual([]);
      if (who) expect(await refusal(openRound(who, room.slug, aRound(thread)))).toBe("missing");
    }
    const another = await aClass(naledi, []);
    expect(await refusal(getRound(await asKnown(naledi), another.slug, id))).toBe("missing");
  });

  it("is its teachers' alone, on a thread of the class, with a recorder of the class", async () => {
    expect(await refusal(openRound(pupil, room.slug, aRound(thread)))).toBe("teachers-only");
    expect(await refusal(openRound(teacher, room.slug, aRound(world.thread)))).toBe("thread-not-of-class");
    const foreign = await aClassThread(await aClass(naledi, []), world.thread, naledi);
    expect(await refusal(openRound(await asKnown(naledi), room.slug, aRound(foreign)))).toBe("thread-not-of-class");
    expect(await refusal(openRound(teacher, room.slug, aRound(thread, { recorder: "yuki" })))).toBe("person-unknown");
  });
});

describe("a round's clock", () => {
  it("is what everybody of the class sees, and each act is on the record", async () => {
    await run("START", 0, 0);
    for (const who of [pupil, peer, teacher]) expect(await shown(72, who)).toMatchObject({ leftMs: -12_000 });
    await run("PAUSE", 0, 40);
    await run("PREP_CON", 0, 50);
    await run("NEXT", 0, 60);
    expect(await shown(99)).toEqual({ speech: 1, running: null, leftMs: 30_000, prepMs: { PRO: 60_000, CON: 50_000 } });
    await run("BACK", 1, 70);
    expect(await shown(99)).toMatchObject({ speech: 0, leftMs: 20_000 });
    expect(await kinds()).toEqual(["round.opened", ...Array(5).fill("round.clock_run")]);
  });

  it("is moved once where it is pressed twice, or by two teachers at once", async () => {
    await Promise.all([run("START", 0, 0), run("START", 0, 0)]);
    await Promise.all([run("NEXT", 0, 10), run("NEXT", 0, 10), run("NEXT", 0, 11)]);
    await run("NEXT", 0, 12);
    expect(await shown(20)).toMatchObject({ speech: 1 });
    expect(await kinds()).toEqual(["round.opened", "round.clock_run", "round.clock_run"]);
  });

  it("is no pupil's to run, nor a silenced teacher's, and nobody's outside", async () => {
    expect(await refusal(run("START", 0, 0, pupil))).toBe("teachers-only");
    expect(
      await refusal(run("START", 0, 0, { ...teacher, silence: { since: "2026-11-01T00:00:00.000Z", until: null } })),
    ).toBe("silenced");
    for (const who of await outside()) expect(await refusal(run("START", 0, 0, who))).toBe("missing");
    expect(await kinds()).toEqual(["round.opened"]);
  });

  it("is told to every screen of the class, also where one posts before one reads", async () => {
    const { id: threadId } = await db().thread.findUniqueOrThrow({ where: { slug: thread } });
    await run("START", 0, 0);
    await note();
    const happened = (await listHappened(threadId, 0)).filter(({ kind }) => /^(round|note)\./.test(kind));
    const toldTo = (who: Person) => happened.flatMap((one) => told(who, threadId, one)?.kind ?? []);
    expect(toldTo(peer)).toEqual(["round.clock_run", "note.written"]);
    expect(toldTo({ ...peer, postsFirst: [threadId] })).toEqual(["round.clock_run"]);
  });
});

describe("a note", () => {
  it("stands on its speech's side, without an author but for the teacher, once however often it is sent", async () => {
    await run("NEXT", 0, 0);
    const [one, two] = [
      await note("Said in the questions.", { speech: 1 }),
      await note("Said in the questions.", { speech: 1 }),
    ];
    expect(one).toEqual(two);
    const seen = async (who: Person) => (await getRound(who, room.slug, id)).notes[0];
    expect(await seen(peer)).toMatchObject({ speech: 1, side: "CON", by: null, mayTakeBack: false });
    expect(await seen(pupil)).toMatchObject({ by: null, mayTakeBack: true });
    expect(await seen(teacher)).toMatchObject({ by: tomasz.name, mayTakeBack: true });
    expect(await kinds()).toEqual(["round.opened", "round.clock_run", "note.written"]);
  });

  it("has at most 280 characters and is of no speech that is still to come", async () => {
    const long = writeNoteInput.safeParse({ text: "a".repeat(281), speech: 0 });
    expect(long.error?.issues[0]?.message).toBe("too-long");
    expect(writeNoteInput.safeParse({ text: "a".repeat(280), speech: 0 }).success).toBe(true);
    expect(await refusal(note("Early.", { speech: 1 }))).toBe("speech-ahead");
    expect(await refusal(note("Nowhere.", { speech: 9 }))).toBe("speech-ahead");
  });

  it("is the recorder's and the teachers' where one is named, and nobody's outside", async () => {
    ({ id } = await openRound(teacher, room.slug, aRound(thread, { recorder: "leilani" })));
    expect(await refusal(note("Mine.", { who: pupil }))).toBe("recorder-only");
    expect(await refusal(note("Hers.", { who: peer }))).toBe("done");
    expect(await refusal(note("The teacher’s.", { who: teacher }))).toBe("done");
    for (const who of await outside()) expect(await refusal(note("Foreign.", { who }))).toBe("missing");
  });

  it("is taken back by its author or a teacher, with its words, and twice is as once", async () => {
    const { id: one } = await note("Soon gone.");
    expect(await refusal(takeNoteBack(peer, room.slug, id, one))).toBe("note-of-another");
    expect(await refusal(takeNoteBack(stranger, room.slug, id, one))).toBe("missing");
    expect(await refusal(takeNoteBack(pupil, room.slug, id, "none"))).toBe("missing");
    await takeNoteBack(pupil, room.slug, id, one);
    await takeNoteBack(teacher, room.slug, id, one);
    expect(await notes()).toEqual([]);
    expect(await db().roundNote.findUniqueOrThrow({ where: { id: one } })).toMatchObject({ text: "" });
    expect((await kinds()).filter((kind) => kind === "note.taken_back")).toHaveLength(1);
  });

  it("becomes an argument with a citation alone, and then points to it and stands there no more", async () => {
    const { id: one } = await note("Nobody has counted.");
    const content = argument(world.source, { claim: "Nobody has counted.", submissionKey: "note" });
    const argue = (who: Person, input = content) => argueFromNote(who, room.slug, id, one, input);
    expect(await refusal(argue(pupil, { ...content, submissionKey: undefined, citations: [] }))).not.toBe("done");
    expect(await refusal(argue(stranger))).toBe("missing");
    const posted = await argue(pupil);
    expect(await argue(pupil)).toEqual(posted);
    expect(await refusal(argue(peer, argument(world.source, { claim: "Another." })))).toBe("note-argued");
    expect(await refusal(takeNoteBack(pupil, room.slug, id, one))).toBe("note-argued");
    expect(await notes()).toEqual([]);
    expect(await refusal(getNote(pupil, room.slug, id, one))).toBe("missing");
    expect((await getThread(pupil, thread)).arguments).toHaveLength(1);
    expect((await kinds()).at(-1)).toBe("note.argued");
    const { id: gone } = await note("Gone.");
    await takeNoteBack(pupil, room.slug, id, gone);
    expect(await refusal(argueFromNote(pupil, room.slug, id, gone, content))).toBe("note-gone");
  });

  it("stands in the row of what it answers, and becomes an answer to it; without, it begins a row", async () => {
    const said = await world.post(
      pupil,
      { stance: "PRO", claim: "Said before." },
      { thread, at: new Date(T0 - 3_600_000) },
    );
    await run("START", 0, 0);
    await run("NEXT", 0, 30);
    const { id: beside } = await writeNote(peer, room.slug, id, { text: "Against it.", speech: 1, answers: said.id });
    await note("Of its own.", { speech: 0 });
    const { rows, columns } = await getSheet(pupil, await getRound(pupil, room.slug, id));
    const shown = rows.map(({ cells }) =>
      [...cells].map(([speech, entries]) => [
        speech,
        entries.map((one) => (one.kind === "note" ? one.note.text : one.cell.argument.claim)),
      ]),
    );
    expect(shown).toEqual([
      [
        [-1, ["Said before."]],
        [1, ["Against it."]],
      ],
      [[0, ["Of its own."]]],
    ]);
    expect(columns).toEqual([-1, 0, 1]);
    expect(await getNote(peer, room.slug, id, beside)).toMatchObject({ parent: said.id, stance: "CON" });
    const elsewhere = await world.post(pupil, {}, { thread: await aClassThread(room, world.thread, naledi) });
    const against = (answers: string) => refusal(writeNote(peer, room.slug, id, { text: "No.", speech: 0, answers }));
    expect(await against(elsewhere.id)).toBe("missing");
    expect(await against("nothing")).toBe("missing");
  });

  it("that became an argument keeps its column, whenever that was", async () => {
    const { id: one } = await note("Nobody has counted.");
    await run("NEXT", 0, 0);
    await run("NEXT", 1, 1);
    await argueFromNote(pupil, room.slug, id, one, argument(world.source, { claim: "Nobody has counted." }));
    await world.post(pupil, { claim: "Said since." }, { thread });
    const { rows } = await getSheet(pupil, await getRound(pupil, room.slug, id));
    expect(rows.map(({ cells }) => [...cells.keys()])).toEqual([[0], [2]]);
  });

  it("is no argument: no flow, no count and no export knows of it", async () => {
    await note("A canarynote in the mine.");
    const [flow, file] = [await getFlow(pupil, thread), await getSnapshot(pupil, thread)];
    expect(JSON.stringify([flow, file, await getThread(pupil, thread)])).not.toContain("canarynote");
    expect(flow.rows).toEqual([]);
  });

  it("of somebody else waits, like all that others say, for whoever must post first", async () => {
    const { setAssignment } = await import("#lib/classes/commands/set-assignment");
    await setAssignment(teacher, room.slug, task(thread, { postFirst: 1 }));
    const owing = await asKnown(tomasz);
    ({ id } = await openRound(teacher, room.slug, aRound((owing.postsFirst ?? []).length ? thread : "none")));
    const { id: hers } = await note("Hers.", { who: teacher });
    await note("His own.", { who: owing });
    expect(await notes(owing)).toEqual(["His own."]);
    expect(await refusal(takeNoteBack(owing, room.slug, id, hers))).toBe("missing");
    expect(await notes(teacher)).toEqual(["Hers.", "His own."]);
  });
});

describe("a program", () => {
  it("reads a round with its clock, notes a line and takes it back, as one of the class", async () => {
    const { token } = await makeToken(tomasz, "round");
    const params = { slug: room.slug, id };
    await run("START", 0, 0);
    const body = { text: "A ferry is not a bridge.", speech: 0 };
    const posted = await call(postNote, { token, params, body });
    expect(posted.status).toBe(201);
    const read = await call(readRound, { token, params });
    expect(roundContract.parse(read.json)).toMatchObject({
      clock: { speech: 0, running: "SPEECH" },
      notes: [{ id: posted.json.id, side: "PRO", text: body.text }],
    });
    expect(read.headers.get("cache-control")).toBe("no-store");
    const gone = await call(postTakeBack, { token, params: { ...params, note: posted.json.id }, body: {} });
    expect(gone.status).toBe(204);
    expect((await call(readRound, { token, params })).json.notes).toEqual([]);
    const { token: foreign } = await makeToken(yuki, "round");
    expect((await call(readRound, { token: foreign, params })).status).toBe(404);
    expect((await call(readRound, { params })).status).toBe(404);
    expect((await call(postNote, { token: foreign, params, body })).status).toBe(404);
  });
});
