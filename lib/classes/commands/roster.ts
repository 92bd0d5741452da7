/** Accounts that a teacher makes from a list, without an address. */

import { seatIn } from "#lib/classes/commands/draw-sides";
import { mayGrow, mayTeach } from "#lib/classes/policy";
import { countMembers, reachClass } from "#lib/classes/reach";
import { changesOf, type RosterChanges } from "#lib/classes/roster-changes";
import { keptIn, rosterOf } from "#lib/classes/roster-kept";
import { drawHandles, nameOf } from "#lib/classes/word-pairs";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { skeletonOf } from "#lib/users/handles";
import { hashOf } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/** Five hundred accounts at once. */
const ROSTER_MS = 30_000;

/**
 * Makes accounts for who is new on the list and names anew who is called otherwise; with `removeGone` whoever is no
 * longer listed leaves the class. The same list again changes nothing.
 * @throws Refused "teachers-only", "class-full", "roster-…"
 */
export async function applyRoster(
  viewer: Person,
  slug: string,
  { roster, removeGone }: { roster: string; removeGone: boolean },
): Promise<RosterChanges> {
  const listed = rosterOf(roster);
  return transact(
    async (tx, at) => {
      const reached = await reachClass(tx, viewer, slug);
      must(mayTeach(viewer, reached));
      const changes = changesOf(listed, await keptIn(tx, reached.id));
      const gone = removeGone ? changes.gone : [];
      must(mayGrow((await countMembers(tx, reached.id)) + changes.added.length - gone.length));
      if (changes.added.length + changes.changed.length + gone.length === 0) return changes;
      const made = await makeAccounts(tx, viewer, reached.id, changes.added, at);
      await rename(tx, changes.changed);
      await seatIn(tx, reached.id, at);
      await tx.enrolment.updateMany({
        where: { classId: reached.id, userId: { in: gone.map(({ userId }) => userId) } },
        data: { removedById: viewer.id, removedAt: at },
      });
      const subjects = { class: reached.id, made, left: gone.map(({ userId }) => userId) };
      const happening = { stream: "site", classId: reached.id, actorId: viewer.id, at };
      await record(tx, { ...happening, kind: "roster.applied", subjects });
      return changes;
    },
    undefined,
    { timeoutMs: ROSTER_MS },
  );
}

/** The public name is the handle's two words: what the pupil is called is kept where their teachers alone read it. */
async function makeAccounts(
  tx: Tx,
  viewer: Person,
  classId: string,
  added: RosterChanges["added"],
  at: Date,
): Promise<string[]> {
  const handles = await freeHandles(tx, added.length);
  const people = added.map(({ name, sourcedId }, i) => ({ id: newId(), handle: handles[i] ?? "", name, sourcedId }));
  await tx.user.createMany({
    data: people.map(({ id, handle }) => ({
      id,
      handle,
      skeleton: skeletonOf(handle),
      name: nameOf(handle),
      createdAt: at,
    })),
  });
  await tx.madeAccount.createMany({
    data: people.map(({ id, name, sourcedId }) => ({
      userId: id,
      classId,
      name,
      sourcedId,
      madeById: viewer.id,
      madeAt: at,
    })),
  });
  await tx.enrolment.createMany({
    data: people.map(({ id }) => ({
      classId,
      userId: id,
      role: "STUDENT" as const,
      enrolledById: viewer.id,
      enrolledAt: at,
    })),
  });
  return people.map(({ id }) => id);
}

/** So many handles that nobody has or had. */
export async function freeHandles(tx: Tx, count: number): Promise<string[]> {
  const drawn = drawHandles(count);
  const [people, retired] = await Promise.all([
    tx.user.findMany({ where: { skeleton: { in: drawn.map(skeletonOf) } }, select: { skeleton: true } }),
    tx.retiredHandle.findMany({ where: { hash: { in: drawn.map((handle) => hashOf(skeletonOf(handle))) } } }),
  ]);
  const taken = new Set([...people.map(({ skeleton }) => hashOf(skeleton)), ...retired.map(({ hash }) => hash)]);
  const free = drawn.filter((handle) => !taken.has(hashOf(skeletonOf(handle))));
  if (free.length < count) throw new Error("no handles are free");
  return free.slice(0, count);
}

async function rename(tx: Tx, changed: RosterChanges["changed"]): Promise<void> {
  await tx.$executeRaw`
    UPDATE made_accounts m SET name = n.name
    FROM unnest(${changed.map(({ userId }) => userId)}::text[], ${changed.map(({ newName }) => newName)}::text[]) AS n(id, name)
    WHERE m.user_id = n.id`;
}
