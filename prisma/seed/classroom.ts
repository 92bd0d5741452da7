/** The demonstration class's assignment, under way: two pupils have argued, the third has not begun. */
import { readFileSync } from "node:fs";
import { postArgument } from "#lib/arguments/commands/post";
import { setAssignmentInput } from "#lib/classes/assignment-schema";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { db } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { readClass, readDebate } from "./debate.ts";

const DAY_MS = 24 * 3_600_000;
/** It was set a day before it opened. */
const SET_DAYS = 1;

/** Of the public debate what its pupils say again in their class: no answer without what it answers. */
const SAID: readonly [key: string, hoursAfter: number][] = [
  ["law-only-the-convicted", 9],
  ["law-no-exile", 20],
  ["law-a-term-ends", 33],
  ["law-not-by-another-hand", 47],
];

interface SeedRequires {
  arguments: number;
  articles: number;
  answersToOtherSide: number;
  concessions: number;
}

interface SeedAssignment {
  slug: string;
  title: string;
  thread: string;
  instructions: string;
  opensInDays: number;
  deadlineInDays: number;
  deadlineAt: string;
  sides: Record<"PRO" | "CON", string[]>;
  switchRound: { opensInDays: number; deadlineInDays: number; requires: SeedRequires };
  requires: SeedRequires;
  snapshotAtDeadline: boolean;
}

const readAssignment = (): SeedAssignment =>
  JSON.parse(readFileSync(new URL("./class.json", import.meta.url), "utf8")).assignment;

/** Plants the assignment where it is not there yet; tells whether it did. */
export async function plantAssignment(people: ReadonlyMap<string, Person>, now: Date): Promise<boolean> {
  const room = readClass();
  const assignment = readAssignment();
  const person = (handle: string) => people.get(handle) as Person;
  const { id: classId } = await db().class.findUniqueOrThrow({ where: { slug: room.slug }, select: { id: true } });
  const key = { classId_slug: { classId, slug: assignment.slug } };
  if (await db().assignment.findUnique({ where: key, select: { id: true } })) return false;
  const opens = now.getTime() + assignment.opensInDays * DAY_MS;
  const teacher = { ...person(room.teacher), teaches: [classId] };
  const input = setAssignmentInput.parse({
    ...{ title: assignment.title, instructions: assignment.instructions, thread: assignment.thread },
    ...{ names: "PSEUDONYMS", sides: "DRAWN", postFirst: 1, late: "MARKED", snapshots: assignment.snapshotAtDeadline },
    rounds: roundsOf(assignment, opens, now),
  });
  await setAssignment(teacher, room.slug, input, {
    at: new Date(opens - SET_DAYS * DAY_MS),
    slug: assignment.slug,
  });
  const { id, threads } = await db().assignment.findUniqueOrThrow({
    where: key,
    select: { id: true, threads: { select: { thread: { select: { id: true, slug: true } } } } },
  });
  const thread = threads[0]?.thread as { id: string; slug: string };
  for (const side of ["PRO", "CON"] as const) {
    const userId = { in: assignment.sides[side].map((handle) => person(handle).id) };
    await db().seat.updateMany({ where: { assignmentId: id, userId }, data: { side } });
  }
  await db().pseudonym.createMany({
    data: room.roster.flatMap(({ handle, pseudonym }) =>
      pseudonym === null ? [] : [{ threadId: thread.id, userId: person(handle).id, name: pseudonym }],
    ),
    skipDuplicates: true,
  });
  await say(thread.slug, assignment.thread, (handle) => ({ ...person(handle), attends: [classId] }), opens);
  return true;
}

function roundsOf({ deadlineInDays, deadlineAt, requires, switchRound }: SeedAssignment, opens: number, now: Date) {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, "2026-11-22".length);
  const due = (days: number) => `${day(days)}T${deadlineAt}:00Z`;
  const asked = ({ answersToOtherSide, ...rest }: SeedRequires) => ({ ...rest, answers: answersToOtherSide });
  return [
    { opensAt: new Date(opens).toISOString(), dueAt: due(deadlineInDays), requires: asked(requires) },
    {
      opensAt: `${day(switchRound.opensInDays)}T08:00:00Z`,
      dueAt: due(switchRound.deadlineInDays),
      requires: asked(switchRound.requires),
    },
  ];
}

async function say(slug: string, original: string, person: (handle: string) => Person, opens: number): Promise<void> {
  const debate = readDebate().find((thread) => thread.slug === original);
  const ids = new Map<string, string>();
  for (const [key, hours] of SAID) {
    const said = debate?.arguments.find((argument) => argument.key === key);
    if (!said) throw new Error(`${key} is not in the debate`);
    const { author, parent, stance, target, claim, body = null, citations } = said;
    const at = new Date(opens + hours * 3_600_000);
    const answered = parent === null ? null : (ids.get(parent) as string);
    const input = { stance, target, concession: false, claim, body, citations, parent: answered };
    ids.set(key, (await postArgument(person(author), slug, input, { at })).id);
  }
}
