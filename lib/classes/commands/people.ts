/** Who belongs to a class: teachers that are added, and people who go or are let in again. */
import { seatIn } from "#lib/classes/commands/draw-sides";
import { mayGrow, mayStopTeaching, mayTeach } from "#lib/classes/policy";
import { countMembers, type ReachedClass, reachClass, reachPerson } from "#lib/classes/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";
import type { EnrolmentRole } from "../../../prisma/generated/enums.ts";

/** Lets somebody of the forum teach the class too, from their next request on. Twice is as once. */
export async function addTeacher(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    const person = await reachPerson(tx, reached.id, handle);
    if (person.membership?.role === "TEACHER" && !person.membership.removedAt) return;
    await enrol(tx, { ...reached, role: "TEACHER" }, person.id, viewer.id, at);
    await record(tx, startedOf(reached.id, person.id, viewer.id, at));
  });
}

/** Seats somebody of the seed in a class as a pupil. Twice is as once. */
export async function seatPupil(
  viewer: Person,
  slug: string,
  handle: string,
  { at: moment }: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    const person = await reachPerson(tx, reached.id, handle);
    if (person.membership) return;
    await enrol(tx, { ...reached, role: "STUDENT" }, person.id, viewer.id, at);
    await record(tx, startedOf(reached.id, person.id, viewer.id, at));
  }, moment);
}

/** Lets somebody in again who was removed, as what they were. Twice is as once. */
export async function letBackIn(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    const person = await reachPerson(tx, reached.id, handle);
    if (!person.membership) throw new Missing();
    if (!person.membership.removedAt) return;
    await enrol(tx, { ...reached, role: person.membership.role }, person.id, viewer.id, at);
    await record(tx, startedOf(reached.id, person.id, viewer.id, at));
  });
}

/** Removes somebody from the class, from their next request on. The last teacher stays. Twice is as once. */
export async function removeMember(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    // Whoever goes by themselves needs nobody's leave.
    if (handle !== viewer.handle) must(mayTeach(viewer, reached));
    const { id: userId, membership } = await reachPerson(tx, reached.id, handle);
    if (!membership) throw new Missing();
    if (membership.removedAt) return;
    if (membership.role === "TEACHER") must(mayStopTeaching(await countMembers(tx, reached.id, "TEACHER")));
    await tx.enrolment.update({
      where: { classId_userId: { classId: reached.id, userId } },
      data: { removedById: viewer.id, removedAt: at },
      select: { classId: true },
    });
    // On the site's stream: whoever listens to a thread of the class is asked again whether they may, in every process.
    await record(tx, {
      ...{ stream: "site", classId: reached.id, actorId: viewer.id, at },
      kind: "enrolment.ended",
      subjects: { class: reached.id, user: userId },
    });
  });
}

/** Writes down that somebody belongs to a class, and seats a pupil in what the class is set to do. @throws Refused "class-full" */
export async function enrol(
  tx: Tx,
  { id: classId, role }: Pick<ReachedClass, "id"> & { role: EnrolmentRole },
  userId: string,
  enrolledById: string | null,
  at: Date,
): Promise<void> {
  await tx.enrolment.upsert({
    where: { classId_userId: { classId, userId } },
    create: { classId, userId, role, enrolledById, enrolledAt: at },
    update: { role, removedById: null, removedAt: null },
    select: { classId: true },
  });
  must(mayGrow(await countMembers(tx, classId)));
  if (role === "STUDENT") await seatIn(tx, classId, at);
}

export const startedOf = (classId: string, userId: string, actorId: string | null, at: Date) => ({
  ...{ stream: "site", classId, actorId, at },
  kind: "enrolment.started" as const,
  subjects: { class: classId, user: userId },
});
