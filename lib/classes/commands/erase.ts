/** Erasing one pupil whose account a teacher of the class has made. */
import { calls } from "#lib/classes/called";
import { mayTeach } from "#lib/classes/policy";
import { reachClass, reachPerson } from "#lib/classes/reach";
import { speeches as speechesSchema } from "#lib/classes/round-schema";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { eraseIn } from "#lib/users/commands/close";
import { keepAway } from "#lib/users/gone";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/**
 * Name and handle go, with everything that lets them in; what they said stays under "deleted", because others have
 * answered it. A platform's roster does not bring them back. Whoever came with an account of their own closes it themselves.
 */
export async function erasePupil(viewer: Person, slug: string, handle: string): Promise<void> {
  await transact(async (tx, at) => {
    const reached = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, reached));
    const person = await reachPerson(tx, reached.id, handle);
    if (!person.membership) throw new Missing();
    const made = await tx.madeAccount.findUnique({
      where: { userId: person.id },
      select: { classId: true, name: true },
    });
    if (made?.classId !== reached.id) throw new Refused("not-made-here", { ground: "forbidden" });
    await tx.enrolment.updateMany({
      where: { userId: person.id, removedAt: null },
      data: { removedById: viewer.id, removedAt: at },
    });
    await takeOffSpeeches(tx, person, made.name);
    await keepAway(tx, person.id, false, at);
    await eraseIn(tx, person, at);
    const subjects = { class: reached.id, user: person.id };
    const happening = { stream: "site", classId: reached.id, actorId: viewer.id, at };
    await record(tx, { ...happening, kind: "pupil.erased", subjects });
    // The name stands on the pages of every thread in which they wrote.
    await tx.$executeRaw`SELECT pg_notify('pages', 'all')`;
  });
}

/** In the rounds of every class that they were in, speeches that were given under their name are nobody's. */
async function takeOffSpeeches(tx: Tx, { id, handle, name }: Person, listed: string): Promise<void> {
  const rows = await tx.liveRound.findMany({
    where: { class: { enrolments: { some: { userId: id } } } },
    select: { id: true, speeches: true },
  });
  const called = (label: string | null) => label !== null && calls(label, { listed, shown: [handle, name] });
  const changed = rows
    .map((row) => ({ id: row.id, speeches: speechesSchema.parse(row.speeches) }))
    .filter(({ speeches }) => speeches.some(({ speaker }) => called(speaker)))
    .map(({ id: round, speeches }) => ({
      id: round,
      speeches: speeches.map((one) => (called(one.speaker) ? { ...one, speaker: null } : one)),
    }));
  await tx.$executeRaw`
    UPDATE live_rounds r SET speeches = n.speeches::jsonb
    FROM unnest(${changed.map((one) => one.id)}::text[], ${changed.map((one) => JSON.stringify(one.speeches))}::text[]) AS n (id, speeches)
    WHERE r.id = n.id`;
}
