/** Who sits where: the rows of lots and choices. */
import { randomInt } from "node:crypto";
import { type Drawn, draw, drawLate } from "#lib/classes/assignment-draw";
import type { ReachedAssignment } from "#lib/classes/assignment-reach";
import type { ChooseSides } from "#lib/classes/assignment-schema";
import type { Tx } from "#lib/db";
import { Refused } from "#lib/verdict";

type Assigned = Pick<ReachedAssignment, "id" | "classId" | "sides" | "threads">;

const chance = (below: number): number => randomInt(below);

/** The pupils of a class by id, in the order of their ids, which says nothing. */
async function pupilsOf(tx: Tx, classId: string): Promise<string[]> {
  const rows = await tx.enrolment.findMany({
    where: { classId, role: "STUDENT", removedAt: null },
    select: { userId: true },
    orderBy: { userId: "asc" },
  });
  return rows.map(({ userId }) => userId);
}

/** One statement, however many. Who sits already changes their seat. */
async function keepSeats(tx: Tx, { id, classId, threads }: Assigned, drawn: readonly Drawn[], at: Date): Promise<void> {
  const threadOf = (group: number) => (threads[group - 1] as (typeof threads)[number]).id;
  await tx.$executeRaw`
    INSERT INTO seats (assignment_id, class_id, user_id, thread_id, side, seated_at)
    SELECT ${id}, ${classId}, seat.person, seat.thread, seat.side::"Stance", ${at}
    FROM unnest(${drawn.map(({ person }) => person)}::text[], ${drawn.map(({ group }) => threadOf(group))}::text[],
      ${drawn.map(({ side }) => side)}::text[]) AS seat (person, thread, side)
    ON CONFLICT (assignment_id, user_id) DO UPDATE
      SET thread_id = excluded.thread_id, side = excluded.side, seated_at = excluded.seated_at`;
}

/** Gives everybody a group, and a side where lots are drawn. */
export async function seatAll(tx: Tx, assignment: Assigned, at: Date): Promise<void> {
  const drawn = draw(await pupilsOf(tx, assignment.classId), assignment.threads.length, chance);
  const sided = assignment.sides === "DRAWN";
  await keepSeats(tx, assignment, sided ? drawn : drawn.map((one) => ({ ...one, side: null })), at);
}

/**
 * Gives the named pupils the side that a teacher chose; who is on neither list keeps theirs.
 * @throws Refused "pupil-unknown", "pupil-on-both-sides"
 */
export async function seatChosen(tx: Tx, assignment: Assigned, chosen: ChooseSides, at: Date): Promise<void> {
  const handles = [...chosen.PRO, ...chosen.CON];
  if (new Set(handles).size < handles.length) throw new Refused("pupil-on-both-sides", { details: { field: "PRO" } });
  const rows = await tx.seat.findMany({
    where: { assignmentId: assignment.id, user: { handle: { in: handles } } },
    select: { userId: true, threadId: true, user: { select: { handle: true } } },
  });
  const known = new Map(rows.map((row) => [row.user.handle, row]));
  const drawn = (["PRO", "CON"] as const).flatMap((side) =>
    chosen[side].map((handle): Drawn => {
      const row = known.get(handle);
      if (!row) throw new Refused("pupil-unknown", { values: { handle }, details: { field: side } });
      const group = assignment.threads.findIndex(({ id }) => id === row.threadId) + 1;
      return { person: row.userId, group, side };
    }),
  );
  await keepSeats(tx, assignment, drawn, at);
}

/** Seats the pupils who came after everybody was seated, one by one in the order in which they came; tells how many. */
export async function seatNewcomers(tx: Tx, assignment: Assigned, at: Date): Promise<number> {
  const [pupils, rows] = await Promise.all([
    pupilsOf(tx, assignment.classId),
    tx.seat.findMany({
      where: { assignmentId: assignment.id },
      select: { userId: true, threadId: true, side: true },
    }),
  ]);
  const here = new Set(pupils);
  const groupOf = (threadId: string) => assignment.threads.findIndex(({ id }) => id === threadId) + 1;
  const sitting = new Set(rows.map(({ userId }) => userId));
  // Whoever has left makes room: those who are here are to be balanced.
  const seated = rows
    .filter(({ userId }) => here.has(userId))
    .map(({ userId, threadId, side }): Drawn => ({ person: userId, group: groupOf(threadId), side }));
  const drawn: Drawn[] = [];
  for (const person of pupils.filter((one) => !sitting.has(one))) {
    const seat = drawLate(person, [...seated, ...drawn], assignment.threads.length, chance);
    drawn.push(assignment.sides === "DRAWN" ? seat : { ...seat, side: null });
  }
  if (drawn.length > 0) await keepSeats(tx, assignment, drawn, at);
  return drawn.length;
}
