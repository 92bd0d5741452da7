/** What is frozen at a deadline: what stood when it was due, however late and however often the clock's work is done. */
import { setTimeout as delay } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getClassProgress } from "#lib/classes/assignment-queries";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { turnRounds } from "#lib/classes/commands/turn-rounds";
import { db } from "#lib/db";
import { getSnapshot } from "#lib/maps/queries";
import { getFrozen } from "#lib/maps/snapshot-queries";
import { markArgument } from "#lib/moderation/commands";
import { resolveMark } from "#lib/moderation/commands/mark";
import { namesAmongPeers } from "#lib/threads/names";
import type { Person } from "#lib/users/viewer";
import { aClass, aClassThread, asKnown, hours, task } from "../../support/assigned.ts";
import { eventsOf, makeWorld, QUOTES, type World } from "../../support/island.ts";
import { asOwner } from "../../support/queue.ts";

const world: World = await makeWorld();
const { naledi, tomasz, leilani, farid } = world.people;

let room: { id: string; slug: string };
let thread: string;
let teacher: Person;
let pupil: Person;
let other: Person;
let assignment: string;
let slug: string;
beforeEach(async () => {
  room = await aClass(naledi, [tomasz, leilani, farid]);
  thread = await aClassThread(room, world.thread, naledi);
  [teacher, pupil, other] = await Promise.all([asKnown(naledi), asKnown(tomasz), asKnown(leilani)]);
  const input = task(thread, { snapshots: true, sides: "NONE", late: "MARKED" });
  ({ slug } = await setAssignment(teacher, room.slug, input));
  assignment = (await db().assignment.findFirstOrThrow({ where: { slug, classId: room.id } })).id;
});

/** Ends the round now; what is done after it is late. */
async function end(): Promise<Date> {
  await delay(5);
  const due = new Date();
  await asOwner(`UPDATE assignment_rounds SET due_at = '${due.toISOString()}' WHERE assignment_id = '${assignment}'`);
  await delay(5);
  return due;
}

const standing = () => getSnapshot(teacher, thread, (_, id) => namesAmongPeers(id));
const frozen = () => db().roundSnapshot.findMany({ where: { assignmentId: assignment } });
async function frozenState() {
  const [one] = await frozen();
  return (await getFrozen(teacher, thread, one?.snapshotId ?? "")).snapshot;
}

describe("a state frozen after its time", () => {
  it("is the state that stood when it was due, to the hash", async () => {
    const said = {
      reworded: "As I put it first.",
      moved: "I stand here.",
      ended: "I stand twice.",
      marked: "Doubted.",
    };
    const [reworded, moved, twice, marked] = await Promise.all(
      Object.values(said).map((claim) => world.post(pupil, { claim }, { thread })),
    );
    const cited = [{ source: world.source, quote: QUOTES[1] }];
    await markArgument(teacher, marked?.id ?? "", { kind: "UNSUPPORTED", note: "Where?" });
    const aim = { parent: reworded?.id ?? "", stance: "CON", target: "CLAIM", concession: false } as const;
    const second = await startLink(pupil, { child: twice?.id ?? "", ...aim });
    await world.post(other, { parent: reworded?.id ?? null, stance: "CON", claim: "I answer." }, { thread });
    await end();
    const stood = await standing();

    const late = await world.post(other, { claim: "I come late." }, { thread });
    await reviseArgument(pupil, reworded?.id ?? "", { claim: "As I put it later.", body: null, citations: cited });
    const [left] = (await getArgument(pupil, moved?.id ?? "")).links;
    await moveArgument(pupil, left?.id ?? "", aim);
    await endLink(pupil, second.id, "It fits there alone.");
    await startLink(pupil, { child: twice?.id ?? "", ...aim, parent: marked?.id ?? "" });
    const mark = await db().mark.findFirstOrThrow({ where: { argumentId: marked?.id ?? "" } });
    await resolveMark(teacher, mark.id);
    await markArgument(teacher, moved?.id ?? "", { kind: "UNSUPPORTED", note: "Too late to count." });
    expect((await standing()).hash).not.toBe(stood.hash);

    await turnRounds({ assignment });
    expect(await frozenState()).toEqual({ ...stood, exportedAt: expect.any(String) });
    const { pupils } = await getClassProgress(teacher, room.slug, slug);
    expect(pupils.find(({ handle }) => handle === "leilani")?.progress.late).toEqual([late.number]);
  });

  it("brings back no words that their author has withdrawn since", async () => {
    const { id } = await world.post(pupil, { claim: "I take this back, a zephyrquail." }, { thread });
    await end();
    await withdrawArgument(pupil, id, null);
    await turnRounds({ assignment });
    const [one] = await frozen();
    const kept = await db().snapshot.findUniqueOrThrow({ where: { id: one?.snapshotId ?? "" } });
    expect(kept.content).not.toContain("zephyrquail");
  });
});

describe("the clock's work", () => {
  it("freezes once, however often and however many at once do it", async () => {
    await world.post(pupil, {}, { thread });
    await end();
    await Promise.all([turnRounds({ assignment }), turnRounds({ assignment })]);
    await turnRounds({ assignment });
    expect(await frozen()).toHaveLength(1);
    expect((await eventsOf(thread)).filter((kind) => kind === "round.frozen")).toHaveLength(1);
    expect(await db().snapshot.count({ where: { thread: { slug: thread } } })).toBe(1);
  });

  it("freezes nothing before the time", async () => {
    await turnRounds({ assignment }, { at: new Date(hours(23)) });
    expect(await frozen()).toEqual([]);
  });
});
