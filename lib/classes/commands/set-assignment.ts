/** Setting a class something to do. */
import type { Round } from "#lib/classes/assignment";
import { openThreadsAt, wakeAt } from "#lib/classes/assignment-hours";
import { keptOf } from "#lib/classes/assignment-kept";
import { mayAssign } from "#lib/classes/assignment-policy";
import { type ReachedAssignment, reachAssignment } from "#lib/classes/assignment-reach";
import { reliedOn } from "#lib/classes/assignment-relied";
import type { ChangeAssignment, SetAssignment } from "#lib/classes/assignment-schema";
import { seatAll, seatChosen } from "#lib/classes/assignment-seats";
import { assignedThreads } from "#lib/classes/assignment-threads";
import { COPY_MS } from "#lib/classes/commands/copy-thread";
import { mayTeach } from "#lib/classes/policy";
import { reachClass } from "#lib/classes/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { freeSlug, slugOf } from "#lib/text/slug";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** What the pages of a class are called: no assignment takes their address. */
const RESERVED = ["assign", "cards", "code", "people", "rounds", "settings"];

/** What no door passes. */
interface Setting {
  at?: Date;
  slug?: string;
}

/**
 * Sets an assignment: its threads (a copy each, where it asks for one), its rounds, a seat for everybody.
 * @throws Missing, Refused "teachers-only", "thread-unknown", "thread-assigned", "sides-unasked"
 */
export async function setAssignment(
  viewer: Person,
  classSlug: string,
  input: SetAssignment,
  setting: Setting = {},
): Promise<{ slug: string }> {
  return transact(
    async (tx, at) => {
      const room = await reachClass(tx, viewer, classSlug);
      must(mayTeach(viewer, room));
      if (input.strict && input.sides === "NONE") throw new Refused("sides-unasked", { details: { field: "strict" } });
      const threads = await assignedThreads(tx, viewer, room, input, at);
      const { title, instructions, sides, strict, postFirst, late, snapshots } = input;
      const slug = setting.slug ?? freeSlug(slugOf(title), await takenSlugs(tx, room.id));
      const id = newId();
      const kept = { id, slug, classId: room.id, sides, strict, postFirst, late, snapshots, setById: viewer.id };
      await tx.assignment.create({ data: { ...kept, title, instructions, setAt: at }, select: { id: true } });
      await tx.assignmentThread.createMany({
        data: threads.map((thread, i) => ({ assignmentId: id, threadId: thread.id, ordinal: i + 1 })),
      });
      const rounds = await keepRounds(tx, id, input.rounds);
      const assignment: ReachedAssignment = { ...kept, rounds, threads };
      await seatAll(tx, assignment, at);
      if (sides === "CHOSEN" && input.chosen) await seatChosen(tx, assignment, input.chosen, at);
      const subjects = { assignment: id, threads: threads.map((thread) => thread.id) };
      await record(tx, { stream: "site", classId: room.id, kind: "assignment.set", actorId: viewer.id, subjects, at });
      await openThreadsAt(tx, assignment, viewer.id, at);
      await wakeAt(tx, assignment, at);
      return { slug };
    },
    setting.at,
    { timeoutMs: COPY_MS },
  );
}

async function takenSlugs(tx: Tx, classId: string): Promise<Set<string>> {
  const rows = await tx.assignment.findMany({ where: { classId }, select: { slug: true } });
  return new Set([...rows.map(({ slug }) => slug), ...RESERVED]);
}

async function keepRounds(tx: Tx, assignmentId: string, rounds: SetAssignment["rounds"]): Promise<Round[]> {
  const rows = rounds.map(({ opensAt, dueAt, requires }, i) => ({
    ordinal: i + 1,
    opensAt: new Date(opensAt),
    dueAt: new Date(dueAt),
    requires,
  }));
  await tx.assignmentRound.createMany({
    data: rows.map(({ requires, ...row }) => ({ assignmentId, ...row, ...requires })),
  });
  return rows.map((row) => ({ ...row, opensAt: row.opensAt.getTime(), dueAt: row.dueAt.getTime() }));
}

/**
 * Changes what is asked and by when; who sits where stays. A round whose state is frozen is over and is not changed, and
 * one in which somebody has argued keeps its opening. Changing to what holds changes nothing.
 * @throws Missing, Refused "teachers-only", "round-is-over", "round-argued"
 */
export async function changeAssignment(
  viewer: Person,
  classSlug: string,
  slug: string,
  input: ChangeAssignment,
): Promise<void> {
  await transact(async (tx, at) => {
    const before = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayAssign(viewer, before));
    const { title, instructions } = input;
    const relied = await reliedOn(tx, before.id);
    const rounds = input.rounds.map(({ opensAt, dueAt, requires }, i) => ({
      ordinal: i + 1,
      opensAt: Date.parse(opensAt),
      dueAt: Date.parse(dueAt),
      requires,
    }));
    const same = (ordinal: number) =>
      JSON.stringify(sorted(rounds[ordinal - 1])) === JSON.stringify(sorted(before.rounds[ordinal - 1]));
    for (const round of before.rounds) {
      const { ordinal, opensAt } = round;
      const kept = keptOf(round, relied);
      if (kept === "OVER" && !same(ordinal)) throw new Refused("round-is-over");
      if (kept === "BEGUN" && rounds[ordinal - 1]?.opensAt !== opensAt)
        throw new Refused("round-argued", { details: { field: `opensAt${ordinal}` } });
    }
    const known = await tx.assignment.findUniqueOrThrow({
      where: { id: before.id },
      select: { title: true, instructions: true },
    });
    const still = rounds.length === before.rounds.length && rounds.every(({ ordinal }) => same(ordinal));
    if (still && known.title === title && known.instructions === instructions) return;
    await tx.assignment.update({ where: { id: before.id }, data: { title, instructions }, select: { id: true } });
    if (!still) {
      const over = relied.frozen;
      await tx.assignmentRound.deleteMany({ where: { assignmentId: before.id, ordinal: { notIn: [...over] } } });
      await tx.assignmentRound.createMany({
        data: rounds
          .filter(({ ordinal }) => !over.includes(ordinal))
          .map(({ ordinal, opensAt, dueAt, requires }) => ({
            assignmentId: before.id,
            ordinal,
            opensAt: new Date(opensAt),
            dueAt: new Date(dueAt),
            ...requires,
          })),
      });
    }
    const happening = { stream: "site", classId: before.classId, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "assignment.changed", subjects: { assignment: before.id } });
    await openThreadsAt(tx, { ...before, rounds }, viewer.id, at);
    await wakeAt(tx, { ...before, rounds }, at);
  });
}

/** With its requirements in one order, to be compared. */
const sorted = (round: Round | undefined) =>
  round && [round.opensAt, round.dueAt, ...Object.entries(round.requires).sort(([a], [b]) => a.localeCompare(b))];
