/** A class with a source and a thread of its own, in the island's world; each of its people as a request would know them. */
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import { newId } from "#lib/text/id";
import { openThread } from "#lib/threads/commands";
import { makeToken } from "#lib/users/commands/token";
import { findPersonByToken } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import type { World } from "./island.ts";
import { asOwner } from "./queue.ts";

/** Who they are in the cast. The moderator and the admin of the site belong to no class. */
export const ROLL = {
  member: "seun",
  other: "naledi",
  removed: "leilani",
  peer: "farid",
  pupil: "yuki",
  coteacher: "tomasz",
  moderator: "signe",
  admin: "mateo",
} as const satisfies Record<string, keyof World["people"]>;
export type Enrolled = keyof typeof ROLL | "teacher";

export interface Classroom {
  id: string;
  slug: string;
  thread: { id: string; slug: string };
  /** Owned by the class, and as everybody's. */
  source: string;
  open: string;
  tokens: Record<Enrolled, string>;
  /** With what the database says of them now. */
  now: (who: Enrolled) => Promise<Person>;
}

const enrol = (classId: string, userId: string, role: "TEACHER" | "STUDENT", by?: string) =>
  db().enrolment.create({ data: { classId, userId, role, ...(by && { removedById: by, removedAt: new Date() }) } });

export const CLASS_TEXT = [
  "The school kept a canaryowl in the tower, and the council paid for its food until the winter of 1974.",
  "Nobody remembers why the bird was brought there, although the caretaker’s diary speaks of a wager.",
].join("\n\n");

/** `word` stands in the question, the background, the source's title and the thread's first argument's place. */
export async function makeClassroom(
  world: World,
  word: string,
  names: "NAMES" | "PSEUDONYMS" = "NAMES",
): Promise<Classroom> {
  const [id, slug] = [newId(), `the-class-of-${word}`];
  const other = newId();
  const { people } = world;
  const select = { id: true, handle: true, name: true, role: true } as const;
  const teacher = await db().user.create({
    data: {
      id: `teacher${word}`,
      handle: `teacher_${word}`,
      skeleton: `teacher_${word}`,
      name: `Ada ${word}`,
      role: "MEMBER",
    },
    select,
  });
  await db().class.create({ data: { id, slug, name: `The class of ${word}` } });
  await db().class.create({ data: { id: other, slug: `another-than-${word}`, name: "Another class" } });
  await enrol(id, teacher.id, "TEACHER");
  await enrol(id, people[ROLL.coteacher].id, "TEACHER");
  for (const who of ["pupil", "peer"] as const) await enrol(id, people[ROLL[who]].id, "STUDENT");
  await enrol(id, people[ROLL.removed].id, "STUDENT", teacher.id);
  await enrol(other, people[ROLL.other].id, "STUDENT");
  const tokens = { teacher: (await makeToken(teacher, "class")).token } as Record<Enrolled, string>;
  for (const who of Object.keys(ROLL) as (keyof typeof ROLL)[])
    tokens[who] = (await makeToken(people[ROLL[who]], "class")).token;
  const now = async (who: Enrolled) => (await findPersonByToken(tokens[who])) as Person;

  const ada = await now("teacher");
  const text = CLASS_TEXT.replace("canaryowl", `canary${word}`);
  const { slug: source } = await bringSource(ada, { title: `The diary of ${word}`, text, rights: "OPEN", class: slug });
  const raisedBy = { source, quote: "although the caretaker’s diary speaks of a wager" };
  const opened = await openThread(
    ada,
    { question: `Was it the ${word} wager?`, background: `Read about ${word} first.`, raisedBy, class: slug },
    { mode: "OPEN" },
  );
  const thread = await db().thread.findUniqueOrThrow({
    where: { slug: opened.slug },
    select: { id: true, slug: true },
  });
  if (names === "PSEUDONYMS") await asOwner(`UPDATE threads SET names = 'PSEUDONYMS' WHERE id = '${thread.id}'`);
  return { id, slug, thread, source, open: world.source, tokens, now };
}
