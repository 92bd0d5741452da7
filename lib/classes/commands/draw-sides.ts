/** Who argues for which side. */
import { mayGiveSides } from "#lib/classes/assignment-policy";
import { reachAssignment, reachAssignmentById } from "#lib/classes/assignment-reach";
import type { ChooseSides } from "#lib/classes/assignment-schema";
import { seatAll, seatChosen, seatNewcomers } from "#lib/classes/assignment-seats";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/** Draws groups and sides anew, before the first round opens. @throws Missing, Refused "sides-fixed", "sides-otherwise" */
export async function drawSides(viewer: Person, classSlug: string, slug: string, moment: { at?: Date } = {}) {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayGiveSides(viewer, assignment, "DRAWN", at));
    await seatAll(tx, assignment, at);
    const { id, classId } = assignment;
    const happening = { stream: "site", classId, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "sides.drawn", subjects: { assignment: id } });
  }, moment.at);
}

/** Gives people the sides that their teacher chose; choosing the same again changes nothing. */
export async function chooseSides(
  viewer: Person,
  classSlug: string,
  slug: string,
  chosen: ChooseSides,
  moment: { at?: Date } = {},
) {
  await transact(async (tx, at) => {
    const assignment = await reachAssignment(tx, viewer, classSlug, slug);
    must(mayGiveSides(viewer, assignment, "CHOSEN", at));
    await seatChosen(tx, assignment, chosen, at);
    const { id, classId } = assignment;
    const happening = { stream: "site", classId, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "sides.chosen", subjects: { assignment: id } });
  }, moment.at);
}

/** In the transaction in which somebody joins a class: gives those without one a seat in what is not yet over there. */
export async function seatIn(tx: Tx, classId: string, at: Date): Promise<void> {
  const running = await tx.assignment.findMany({
    where: { classId, rounds: { some: { dueAt: { gt: at } } } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of running) {
    const seated = await seatNewcomers(tx, await reachAssignmentById(tx, id), at);
    const happening = { stream: "site", classId, actorId: null, at };
    if (seated > 0) await record(tx, { ...happening, kind: "assignment.seated", subjects: { assignment: id } });
  }
}
