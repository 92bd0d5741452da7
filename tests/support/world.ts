/** A small world of one's own: people of the cast, a source, a thread and arguments, all made by the verbs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { postArgument } from "#lib/arguments/commands/post";
import type { PostArgument } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import type { BringSource } from "#lib/sources/schema";
import { newId } from "#lib/text/id";
import { openThread } from "#lib/threads/commands";
import { makeToken } from "#lib/users/commands/token";
import { skeletonOf } from "#lib/users/handles";
import type { Person } from "#lib/users/viewer";
import { root } from "../../bin/first-run/folders.mjs";

interface Member {
  handle: string;
  name: string;
  role: string;
}

const cast: Member[] = JSON.parse(readFileSync(join(root, "prisma/seed/cast.json"), "utf8"));

/** Somebody of the cast. The teacher and the students of the seed are members. */
export async function person(handle: string): Promise<Person> {
  const select = { id: true, handle: true, name: true, role: true } as const;
  const known = await db().user.findUnique({ where: { handle }, select });
  if (known) return known;
  const member = cast.find((one) => one.handle === handle);
  if (!member) throw new Error(`${handle} is not in the cast`);
  const role = member.role === "moderator" ? "MODERATOR" : member.role === "admin" ? "ADMIN" : "MEMBER";
  return db().user.create({
    data: { id: newId(), handle, skeleton: skeletonOf(handle), name: member.name, role },
    select,
  });
}

export const tokenOf = async (who: Person): Promise<string> => (await makeToken(who, "tests")).token;

/** Three paragraphs; "the harbour was closed" stands twice, an emoji and typographic marks before other words. */
export const TEXT = [
  "The council met on a Tuesday. It heard that the harbour was closed for repairs, and nobody objected 🚢 to the cost of the works.",
  "A month later the harbour was closed again. “We were not asked,” said the pilots’ union, whose members lost 40,000 crowns in wages.",
  "The mayor answered that the works had been announced in the spring, and that the union’s own newsletter had printed the dates.",
].join("\n\n");

export const QUOTES = {
  council: "The council met on a Tuesday.",
  cost: "nobody objected 🚢 to the cost of the works",
  twice: "that the harbour was closed",
  pilots: "whose members lost 40,000 crowns in wages",
  mayor: "The mayor answered that the works had been announced in the spring",
  newsletter: "the union’s own newsletter had printed the dates",
} as const;

let made = 0;

/** A source with a text of its own, since the same text is not stored twice. */
export async function aSource(who: Person, other: Partial<BringSource> = {}): Promise<string> {
  made += 1;
  const text = `${TEXT}\n\nThis is copy number ${made} of the report, printed for the tests.`;
  const { slug } = await bringSource(who, {
    title: `The harbour report, copy ${made}`,
    text,
    rights: "OPEN",
    ...other,
  });
  return slug;
}

export async function aThread(who: Person, source: string): Promise<string> {
  made += 1;
  const raisedBy = { source, quote: QUOTES.council };
  return (
    await openThread(
      who,
      { question: `Should the harbour be closed in winter, take ${made}?`, raisedBy },
      { mode: "OPEN" },
    )
  ).slug;
}

/** An argument's content that the verbs accept; what differs is named. */
export function content(source: string, other: Partial<PostArgument> = {}): PostArgument {
  return {
    stance: "PRO",
    parent: null,
    target: "CLAIM",
    concession: false,
    claim: "The works were announced in time.",
    body: null,
    citations: [{ source, quote: QUOTES.mayor }],
    ...other,
  };
}

export const anArgument = (who: Person, thread: string, source: string, other: Partial<PostArgument> = {}) =>
  postArgument(who, thread, content(source, other));

/** Every table's number of rows, to say that nothing was stored. */
export async function rowCounts(): Promise<Record<string, number>> {
  const tables = ["sources", "source_versions", "passages", "threads", "arguments", "revisions", "citations", "spans"];
  tables.push("links", "events", "submission_keys", "withdrawals", "redactions", "removals", "brought_again");
  const counts = tables.map((table) => `SELECT '${table}' AS name, count(*)::int AS rows FROM ${table}`);
  const rows = await db().$queryRawUnsafe<{ name: string; rows: number }[]>(counts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, rows: n }) => [name, n]));
}
