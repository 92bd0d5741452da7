/** Opening a class, and saying what it is. */
import { mayKeepUntil, mayOpenClass, mayTeach } from "#lib/classes/policy";
import { reachClass } from "#lib/classes/reach";
import { type ChangeClass, KEEP_DAYS, type OpenClass } from "#lib/classes/schema";
import { placeSlug } from "#lib/classes/slug";
import { type Tx, transact } from "#lib/db";
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
    must(mayOpenClass(viewer, await countTaught(tx, viewer)));
    const { id, slug } = await writeClass(tx, viewer, input, at, opening.slug);
    await record(tx, openedOf(id, viewer.id, at));
    return { slug };
  }, opening.at);
}

/** How many classes they teach. Of two that one person opens at once, the second counts the first. */
export async function countTaught(tx: Tx, { id: userId }: Pick<Person, "id">): Promise<number> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
  return tx.enrolment.count({ where: { userId, role: "TEACHER", removedAt: null } });
}

/** Writes down a class and its first teacher, within a transaction that asks and records. */
export async function writeClass(
  tx: Tx,
  viewer: Pick<Person, "id">,
  input: OpenClass,
  at: Date,
  slug = placeSlug(input.name),
): Promise<{ id: string; slug: string }> {
  const keepUntil = input.keepUntil
    ? new Date(input.keepUntil)
    : new Date(Date.parse(input.endsOn) + KEEP_DAYS * DAY_MS);
  mustKeep(mayKeepUntil(keepUntil, at), input.keepUntil ? "keepUntil" : "endsOn");
  const id = newId();
  const { name, about = null, term = null } = input;
  await tx.class.create({ data: { id, slug, name, about, term, keepUntil, openedById: viewer.id, createdAt: at } });
  await tx.enrolment.create({
    data: { classId: id, userId: viewer.id, role: "TEACHER", enrolledById: viewer.id, enrolledAt: at },
    select: { classId: true },
  });
  return { id, slug };
}

export const openedOf = (classId: string, actorId: string, at: Date) => ({
  ...{ stream: "site", classId, actorId, at },
  kind: "class.opened" as const,
  subjects: { class: classId },
});

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
