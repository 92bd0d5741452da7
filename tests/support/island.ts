/** A small world for tests that touch data: the cast, a text, a thread that it raises; all made through the verbs. */
import { type Posted, postArgument } from "#lib/arguments/commands/post";
import { type PostArgument, postArgumentInput } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import { openThread } from "#lib/threads/commands";
import { seatPerson } from "#lib/users/commands/join";
import type { Person } from "#lib/users/viewer";
import { ROLES, readCast } from "../../prisma/seed/debate.ts";

/** Invented; the sentence about the ferry stands in it twice. */
export const TEXT = [
  "The island council has asked whether the ferry should sail on Sundays as well. Nobody has counted the passengers since the spring of 2019.",
  "“We will not pay for an empty boat,” said Ane Holm, who keeps the council’s books. The ferry costs 40,000 crowns a week. She added that a half-empty boat was another matter.",
  "Two shopkeepers disagree with her. They say that visitors stay away because they cannot get home. The ferry costs 40,000 crowns a week.",
  "The 😀 on the council’s poster was drawn by the school. It was not meant as an answer to anybody’s question.",
  "A short one.",
].join("\n\n");

/** Words that stand once in the text. */
export const QUOTES = [
  "Nobody has counted the passengers since the spring of 2019.",
  "They say that visitors stay away because they cannot get home.",
  "She added that a half-empty boat was another matter.",
  "It was not meant as an answer to anybody’s question.",
] as const;

export interface World {
  people: Record<"naledi" | "tomasz" | "leilani" | "farid" | "signe" | "mateo" | "yuki" | "seun", Person>;
  source: string;
  thread: string;
  /** Posts as somebody; what is left out is a PRO answer to the question that stands on the first quotation. */
  post: (author: Person, input?: Partial<PostArgument>, posting?: { at?: Date; thread?: string }) => Promise<Posted>;
}

export async function makeWorld(): Promise<World> {
  const seats = readCast().map(({ handle, name, about, role }) =>
    seatPerson({ handle, name, about, role: ROLES[role] }),
  );
  const people = Object.fromEntries(
    (await Promise.all(seats)).map((person) => [person.handle, person]),
  ) as World["people"];
  const { slug: source } = await bringSource(people.mateo, { title: "A ferry on Sundays", text: TEXT, rights: "OPEN" });
  const raisedBy = { source, quote: "whether the ferry should sail on Sundays as well" };
  const { slug: thread } = await openThread(
    people.naledi,
    { question: "Should the ferry sail on Sundays?", raisedBy },
    { mode: "OPEN" },
  );
  return {
    people,
    source,
    thread,
    post: (author, input = {}, { at, thread: elsewhere } = {}) =>
      postArgument(author, elsewhere ?? thread, argument(source, input), at ? { at } : {}),
  };
}

/** A fit input, as a door would hand it on. */
export function argument(source: string, input: Partial<PostArgument> = {}): PostArgument {
  const citations = [{ source, quote: QUOTES[0] }];
  return postArgumentInput.parse({
    stance: "PRO",
    claim: "It should, since nobody knows who would come.",
    citations,
    ...input,
  });
}

/** How many rows there are of what a refusal must not leave behind. */
export async function countRows(): Promise<Record<string, number>> {
  const [row] = await db().$queryRaw<Record<string, number>[]>`
    SELECT (SELECT count(*)::int FROM arguments) AS arguments, (SELECT count(*)::int FROM revisions) AS revisions,
      (SELECT count(*)::int FROM citations) AS citations, (SELECT count(*)::int FROM spans) AS spans,
      (SELECT count(*)::int FROM passages) AS passages, (SELECT count(*)::int FROM links) AS links,
      (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM submission_keys) AS keys`;
  return row ?? {};
}

/** The kinds of a thread's events, in order. */
export async function eventsOf(thread: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ kind: string }[]>`
    SELECT e.kind FROM events e JOIN threads t ON t.id = e.stream WHERE t.slug = ${thread} ORDER BY e.number`;
  return rows.map(({ kind }) => kind);
}

/** The code of the refusal that a promise ends in; "missing" where what was asked for is not there. */
export async function refusal(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => "done",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}
