/** Erasing one pupil whose account a teacher of the class has made. */
import { mayTeach } from "#lib/classes/policy";
import { reachClass, reachPerson } from "#lib/classes/reach";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { eraseIn } from "#lib/users/commands/close";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Name and handle go, with everything that lets them in; what they said stays under "deleted", because others have
 * answered it. Whoever came with an account of their own closes it themselves.
 */
export async function erasePupil(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    const person = await reachPerson(tx, reached.id, handle);
    if (!person.membership) throw new Missing();
    const made = await tx.madeAccount.count({ where: { userId: person.id, classId: reached.id } });
    if (made === 0) throw new Refused("not-made-here", { ground: "forbidden" });
    await tx.enrolment.updateMany({
      where: { userId: person.id, removedAt: null },
      data: { removedById: viewer.id, removedAt: at },
    });
    await eraseIn(tx, person, at);
    const subjects = { class: reached.id, user: person.id };
    const happening = { stream: "site", classId: reached.id, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "pupil.erased", subjects });
    // The name stands on the pages of every thread in which they wrote.
    await tx.$executeRaw`SELECT pg_notify('pages', 'all')`;
  });
}
