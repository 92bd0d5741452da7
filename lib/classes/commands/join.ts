/** Joining a class by its code, as who one is or with a new account. */
import { enrol } from "#lib/classes/commands/people";
import { foldCode } from "#lib/classes/join-code";
import { codeFullLetter } from "#lib/classes/letters";
import { tellTeachers } from "#lib/classes/telling";
import { type Tx, transact } from "#lib/db";
import { env } from "#lib/env";
import { record, recordAll } from "#lib/events/record";
import { sendMail } from "#lib/mail/send";
import { mailIsOn } from "#lib/mail/way";
import { joinIn, prepareJoining } from "#lib/users/commands/join";
import { giveBack, type Limit, spend } from "#lib/users/limits";
import { mayJoin, mayWrite } from "#lib/users/policy";
import type { Joining } from "#lib/users/schema";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

interface Row {
  id: string;
  classId: string;
  slug: string;
  name: string;
  cap: number;
  left: number;
}

/** Whatever is wrong with a code, and whoever was removed: the same words, so that nothing is learnt by trying. */
const wrong = () => new Refused("join-code-wrong", { details: { field: "code" } });

/**
 * Lets somebody who is signed in into the class of this code, as a pupil whatever else was sent. Who belongs to it
 * already stays as they are and uses nothing up.
 * @throws Refused "join-code-wrong", "too-many"
 */
export async function joinClass(viewer: Person, typed: string, network: string): Promise<{ slug: string }> {
  const tries: [Limit, string][] = [
    ["classCode", viewer.id],
    ["classCodeNetwork", network],
  ];
  return counted(tries, () =>
    transact(async (tx, at) => {
      must(mayWrite(viewer));
      const code = await reachCode(tx, typed, at);
      if (await use(tx, code, viewer, at)) await record(tx, joinedOf(code, viewer.id, at));
      return { slug: code.slug };
    }),
  );
}

/**
 * Makes an account, for which no address is needed, and lets it into the class; both or neither. Where people join the
 * forum by invitation the code is one.
 * @throws Refused "join-code-wrong", "handle-taken", "sign-up-closed", "too-many"
 */
export async function joinClassAnew(input: Joining, typed: string, network: string): Promise<{ slug: string }> {
  must(mayJoin(env().SIGN_UP, true));
  return counted([["classCodeNetwork", network]], async () => {
    const prepared = await prepareJoining(input);
    return transact(async (tx, at) => {
      const code = await reachCode(tx, typed, at);
      const person = await joinIn(tx, prepared, at);
      await use(tx, code, person, at);
      const subjects = { user: person.id, code: code.id };
      const joined = { stream: "site", kind: "user.joined" as const, actorId: person.id, subjects, at };
      await recordAll(tx, [joined, joinedOf(code, person.id, at)]);
      return { slug: code.slug };
    });
  });
}

/** Each try counts, and one with a right code is given back: many who join at once are no guessers. */
async function counted<T>(tries: [Limit, string][], act: () => Promise<T>): Promise<T> {
  for (const [limit, key] of tries) await spend(limit, key);
  const done = await act().catch(async (error: unknown) => {
    if (!(error instanceof Refused && error.code === "join-code-wrong")) await giveAllBack(tries);
    throw error;
  });
  await giveAllBack(tries);
  return done;
}

async function giveAllBack(tries: [Limit, string][]): Promise<void> {
  for (const [limit, key] of tries) await giveBack(limit, key);
}

/** The code in force, locked: of two who take the last place the second finds it taken. */
async function reachCode(tx: Tx, typed: string, at: Date): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT j.id, j.class_id AS "classId", c.slug, c.name, j.cap, j.cap - j.used AS left
    FROM join_codes j JOIN classes c ON c.id = j.class_id
    WHERE j.code = ${foldCode(typed)} AND j.revoked_at IS NULL AND j.expires_at > ${at} AND (NOT j.demo OR ${env().DEMO_SIGN_IN})
    FOR NO KEY UPDATE OF j, c`;
  if (!row) throw wrong();
  return row;
}

/** Whether they were let in now. */
async function use(tx: Tx, code: Row, { id: userId }: Person, at: Date): Promise<boolean> {
  const { id, classId, left } = code;
  const there = await tx.enrolment.findUnique({
    where: { classId_userId: { classId, userId } },
    select: { removedAt: true },
  });
  if (there && !there.removedAt) return false;
  if (there || left < 1) throw wrong();
  await enrol(tx, { id: classId, role: "STUDENT" }, userId, null, at);
  await tx.joinCode.update({ where: { id }, data: { used: { increment: 1 } }, select: { id: true } });
  if (left === 1) {
    const subjects = { class: classId, code: id };
    await record(tx, { stream: "site", classId, actorId: null, kind: "code.full", subjects, at });
    await tellTeachers(tx, { classId, kind: "CODE_FULL", subject: id, at });
    await writeToTeachers(tx, code);
  }
  return true;
}

/** Those with an address: a code that is used up may have gone further than it should. */
async function writeToTeachers(tx: Tx, { id, classId, slug, name, cap }: Row): Promise<void> {
  if (!mailIsOn()) return;
  const teaching = { some: { classId, role: "TEACHER", removedAt: null } } as const;
  const teachers = await tx.user.findMany({
    where: { erasedAt: null, email: { not: null }, emailConfirmedAt: { not: null }, enrolled: teaching },
    select: { id: true, email: true },
  });
  for (const { id: userId, email } of teachers) {
    const letter = codeFullLetter({ slug, name, cap });
    await sendMail(tx, { ...letter, to: email ?? "", purpose: "code-full", key: `code-full:${id}:${userId}` });
  }
}

const joinedOf = ({ id, classId }: Row, userId: string, at: Date) => ({
  ...{ stream: "site", classId, actorId: userId, at },
  kind: "enrolment.started" as const,
  subjects: { class: classId, user: userId, code: id },
});
