/**
 * Plants the demonstration debate by replaying it through the verbs, in order of time. Running it again changes
 * nothing; a run that was cut off is taken up where it stopped, since each post carries its own submission key.
 */
import { readdirSync, readFileSync } from "node:fs";
import { startLink } from "#lib/arguments/commands/link";
import { postArgument } from "#lib/arguments/commands/post";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { makeCode } from "#lib/classes/commands/code";
import { openClass } from "#lib/classes/commands/open";
import { seatPupil } from "#lib/classes/commands/people";
import { foldCode } from "#lib/classes/join-code";
import { CODE_CAP_MAX, CODE_DAYS_MAX } from "#lib/classes/schema";
import { db, disconnect } from "#lib/db";
import { markArgument, removeArgument } from "#lib/moderation/commands";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { bringSource } from "#lib/sources/commands/bring";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { seatPerson } from "#lib/users/commands/join";
import { findPerson } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { plantAssignment } from "./seed/classroom.ts";
import {
  ROLES,
  readCast,
  readClass,
  readDebate,
  readPolicy,
  type SeedArgument,
  type SeedClass,
} from "./seed/debate.ts";
import { readDigest } from "./seed/digest.ts";
import { weighingsOf } from "./seed/ratings.ts";
import { type TimedAct, timelineOf } from "./seed/timeline.ts";

const KEEPER = "mateo";
const OPENER = "naledi";
const MODERATOR = "signe";
/** Whoever looks at a demonstration after months still finds its class. */
const TERM_DAYS = 365;
const DAY_MS = 24 * 3_600_000;

/** Whoever has the last act's row has all of them: it is written when everything else stands. */
const DONE = "seed:done";

export async function seed(now: Date, progress: (line: string) => void = () => {}): Promise<boolean> {
  if (await db().submissionKey.findFirst({ where: { key: DONE }, select: { key: true } })) return false;
  const people = await seatCast(new Date(now.getTime() - 28 * DAY_MS));
  progress(`${people.size} people`);
  progress(`${await bringDigests(people, new Date(now.getTime() - 27 * DAY_MS))} sources`);
  const { roster } = await plantClass(people, new Date(now.getTime() - 26 * DAY_MS));
  progress(`a class of ${roster.length}`);
  const acts = timelineOf(readDebate(), now);
  const replay = replayer(people);
  for (const act of acts) await replay(act);
  progress(
    `${acts.filter(({ kind }) => kind === "open").length} threads, ${acts.filter(({ kind }) => kind === "post").length} arguments`,
  );
  progress(`${await weigh(people, now)} ratings`);
  if (await plantAssignment(people, now)) progress("an assignment under way");
  // The debate was judged by the first version; what comes is judged by one with examples.
  await publishPolicy(personIn(people, KEEPER), { after: 1, reasons: readPolicy() }, { at: now });
  await showCode(people, now);
  await db().submissionKey.create({
    data: { authorId: personIn(people, KEEPER).id, key: DONE, requestHash: "", answer: {} },
  });
  return true;
}

function personIn(people: ReadonlyMap<string, Person>, handle: string): Person {
  const person = people.get(handle);
  if (!person) throw new Error(`nobody in the cast is called ${handle}`);
  return person;
}

async function seatCast(at: Date): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  for (const { handle, name, about, role } of readCast()) {
    people.set(
      handle,
      (await findPerson(handle)) ?? (await seatPerson({ handle, name, about, role: ROLES[role] }, { at })),
    );
  }
  return people;
}

async function bringDigests(people: ReadonlyMap<string, Person>, at: Date): Promise<number> {
  const folder = new URL("./seed/digests/", import.meta.url);
  const digests = readdirSync(folder).map((name) => readDigest(readFileSync(new URL(name, folder), "utf8")));
  for (const { slug, headline, outlet, byline, published, note, text } of digests) {
    if (await db().source.findUnique({ where: { slug }, select: { id: true } })) continue;
    const input = { title: headline, text, outlet, byline, publishedOn: published, rights: "OPEN" } as const;
    await bringSource(personIn(people, KEEPER), input, { at, slug, kind: "DIGEST", note });
  }
  return digests.length;
}

function replayer(people: ReadonlyMap<string, Person>): (act: TimedAct) => Promise<void> {
  const ids = new Map<string, string>();
  const idOf = (key: string) => ids.get(key) as string;
  const person = (handle: string) => personIn(people, handle);

  async function post(slug: string, argument: SeedArgument, at: Date) {
    const { key, parent, stance, target, concession = false, claim, body = null, citations } = argument;
    const author = person(argument.author);
    const submissionKey = `seed:${key}`;
    const known = await db().submissionKey.findUnique({
      where: { authorId_key: { authorId: author.id, key: submissionKey } },
    });
    if (known) return ids.set(key, (known.answer as { id: string }).id);
    const targetCitation =
      argument.targetCitation === undefined ? null : await citationOf(idOf(parent as string), argument.targetCitation);
    const targetLink = target === "RELEVANCE" ? await linkOf(idOf(parent as string)) : null;
    const input = { stance, target, targetCitation, targetLink, concession, claim, body, citations, submissionKey };
    if (argument.state === "pending") await setThreadMode(person(MODERATOR), slug, { mode: "ALL_APPROVED" }, { at });
    const { id } = await postArgument(author, slug, { ...input, parent: parent && idOf(parent) }, { at });
    if (argument.state === "pending") await setThreadMode(person(MODERATOR), slug, { mode: "OPEN" }, { at });
    ids.set(key, id);
  }

  return async (act) => {
    const { slug } = act.thread;
    const { at } = act;
    if (act.kind === "open") {
      if (!(await db().thread.findUnique({ where: { slug }, select: { id: true } }))) {
        const { arguments: _, ...thread } = act.thread;
        await openThread(person(OPENER), withoutSlug(thread), { at, slug, mode: "OPEN" });
      }
      return;
    }
    const { argument } = act;
    const author = person(argument.author);
    if (act.kind === "post") await post(slug, argument, at);
    if (act.kind === "withdraw") await withdrawArgument(author, idOf(argument.key), argument.reason ?? null, { at });
    if (act.kind === "remove") {
      const reason = { code: argument.reasonCode ?? "", note: argument.reason ?? null };
      await removeArgument(person(argument.removedBy ?? MODERATOR), idOf(argument.key), reason, { at });
    }
    if (act.kind === "mark") {
      const mark = { kind: "PASSAGE_DOES_NOT_SUPPORT", note: argument.markNote ?? null } as const;
      await markArgument(person(argument.markedBy ?? MODERATOR), idOf(argument.key), mark, { at });
    }
    if (act.kind === "link") {
      for (const { parent, stance, target = "CLAIM" } of argument.alsoIn ?? []) {
        const ends = { childId: idOf(argument.key), parentId: parent && idOf(parent) };
        if (await db().link.findFirst({ where: ends, select: { id: true } })) continue;
        await startLink(
          author,
          { child: ends.childId, parent: ends.parentId, stance, target, concession: false },
          { at },
        );
      }
    }
  };
}

/** The class of the demonstration, with its teacher and its pupils. */
async function plantClass(people: ReadonlyMap<string, Person>, at: Date): Promise<SeedClass> {
  const seeded = readClass();
  const { slug, name, about, teacher, roster } = seeded;
  if (await db().class.findUnique({ where: { slug }, select: { id: true } })) return seeded;
  const naledi = personIn(people, teacher);
  const endsOn = new Date(at.getTime() + TERM_DAYS * DAY_MS).toISOString().slice(0, 10);
  await openClass(naledi, { name, about, endsOn }, { at, slug });
  for (const { handle, role } of roster)
    if (role === "student") await seatPupil(naledi, slug, personIn(people, handle).handle, { at });
  return seeded;
}

/** The code that everybody knows. */
async function showCode(people: ReadonlyMap<string, Person>, at: Date): Promise<void> {
  const { slug, teacher, joinCode } = readClass();
  const code = foldCode(joinCode);
  if (await db().joinCode.findUnique({ where: { code }, select: { id: true } })) return;
  await makeCode(personIn(people, teacher), slug, { days: CODE_DAYS_MAX, cap: CODE_CAP_MAX }, { at, code });
}

/** The cast weighs what stands, each argument at its home. */
async function weigh(people: ReadonlyMap<string, Person>, at: Date): Promise<number> {
  const links = await db().link.findMany({
    where: { endedAt: null, child: { withdrawal: null, removals: { none: {} }, reviews: { none: {} } } },
    select: { id: true, child: { select: { number: true, author: { select: { handle: true } } } } },
    orderBy: { id: "asc" },
  });
  let count = 0;
  for (const { id, child } of links) {
    for (const { handle, impact } of weighingsOf({ key: `${child.number}`, author: child.author.handle }, [
      ...people.keys(),
    ])) {
      await rateLink(personIn(people, handle), id, impact, { at });
      count += 1;
    }
  }
  return count;
}

function withoutSlug<Thread extends { slug: string }>({ slug: _, ...rest }: Thread): Omit<Thread, "slug"> {
  return rest;
}

async function citationOf(argumentId: string, ordinal: number): Promise<string> {
  const { currentRevision } = await db().argument.findUniqueOrThrow({
    where: { id: argumentId },
    select: { currentRevision: { select: { citations: { where: { ordinal }, select: { id: true } } } } },
  });
  return currentRevision.citations[0]?.id as string;
}

async function linkOf(argumentId: string): Promise<string> {
  const link = await db().link.findFirstOrThrow({
    where: { childId: argumentId, endedAt: null },
    orderBy: { startedAt: "asc" },
    select: { id: true },
  });
  return link.id;
}

if (import.meta.main) {
  const planted = await seed(new Date(), (line) => console.log(`  ${line}`));
  console.log(planted ? "The demonstration debate is planted." : "The demonstration debate stands already.");
  await disconnect();
}
