/** Opening a class, and saying what it is. */
import { mayKeepUntil, mayOpenClass, mayTeach } from "#lib/classes/policy";
import { reachClass } from "#lib/classes/reach";
import { type ChangeClass, KEEP_DAYS, type OpenClass } from "#lib/classes/schema";
import { placeSlug } from "#lib/classes/slug";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must, Refused, type Verdict } from "#lib/verdict";

/** What no door passes. */
interface Opening {
  at?: Date;
  slug?: string;
}

const DAY_MS = 86_400_000;

function mustKeep(verdict: Verdict, field: string): void {
  if (!verdict.ok) throw new Refused(verdict.code, { values: verdict.values, details: { field } });
}

/** Makes a class whose first teacher is the viewer. */
export async function openClass(viewer: Person, input: OpenClass, opening: Opening = {}): Promise<{ slug: string }> {
  return transact(async (tx, at) => {
    // Of two classes that one person opens at once, the second counts the first.
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${viewer.id} FOR NO KEY UPDATE`;
    const taught = await tx.enrolment.count({ where: { userId: viewer.id, role: "TEACHER", removedAt: null } });
    must(mayOpenClass(viewer, taught));
    const keepUntil = input.keepUntil
      ? new Date(input.keepUntil)
      : new Date(Date.parse(input.endsOn) + KEEP_DAYS * DAY_MS);
    mustKeep(mayKeepUntil(keepUntil, at), input.keepUntil ? "keepUntil" : "endsOn");
    const id = newId();
    const slug = opening.slug ?? placeSlug(input.name);
    const { name, about = null, term = null } = input;
    await tx.class.create({ data: { id, slug, name, about, term, keepUntil, openedById: viewer.id, createdAt: at } });
    await tx.enrolment.create({
      data: { classId: id, userId: viewer.id, role: "TEACHER", enrolledById: viewer.id, enrolledAt: at },
      select: { classId: true },
    });
    await record(tx, {
      ...{ stream: "site", classId: id, actorId: viewer.id, at },
      kind: "class.opened",
      subjects: { class: id },
    });
    return { slug };
  }, opening.at);
}

/** Says anew what a class is called and until when it is kept. Saying the same changes nothing. */
export async function changeClass(viewer: Person, slug: string, input: ChangeClass): Promise<void> {
  await transact(async (tx, at) => {
    const { id, role } = await reachClass(tx, viewer, slug);
    must(mayTeach(viewer, { role }));
    const keepUntil = new Date(input.keepUntil);
    const { name, about = null, term = null } = input;
    const before = await tx.class.findUniqueOrThrow({ where: { id } });
    const kept = before.keepUntil?.getTime() === keepUntil.getTime();
    if (!kept) mustKeep(mayKeepUntil(keepUntil, at), "keepUntil");
    if (kept && before.name === name && before.about === about && before.term === term) return;
    await tx.class.update({ where: { id }, data: { name, about, term, keepUntil }, select: { id: true } });
    await record(tx, {
      ...{ stream: "site", classId: id, actorId: viewer.id, at },
      kind: "class.changed",
      subjects: { class: id },
    });
  });
}
