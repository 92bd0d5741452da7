/** What moderators did, for everybody to read: act, reason, time, place and role, the name where the site says so; of nothing the words. */
import type { PersonRef } from "#lib/arguments/view";
import { db } from "#lib/db";
import { env } from "#lib/env";
import { LOGGED, type Logged } from "#lib/moderation/logged";
import { visibleTo } from "#lib/threads/policy";
import { Prisma } from "../../../prisma/generated/client.ts";

export interface LogEntry {
  act: Logged;
  at: string;
  /** Nobody: the reports of many hid it, until somebody judged. */
  role: "MODERATOR" | "ADMIN" | "NOBODY";
  /** Who judged, where the site names them. */
  by: PersonRef | null;
  code: string | null;
  policy: number | null;
  thread: { slug: string; question: string } | null;
  /** null where it was never let in, or where it is no argument's matter. */
  argument: { id: string; number: number } | null;
}

export interface LogAsked {
  act: Logged | null;
  thread: string | null;
  code: string | null;
  page: number;
}

export interface LogView {
  asked: LogAsked;
  entries: LogEntry[];
  more: boolean;
}

/** As many as one looks through at a time; a file has all. */
const PAGE = 50;
/** A forum's whole history fits; what is more is asked for by thread. */
const FILE_ROWS = 20_000;

type Row = Omit<LogEntry, "at" | "thread" | "argument"> & {
  at: Date;
  slug: string | null;
  question: string | null;
  argument: string | null;
  number: number | null;
};

/** The newest first. Everybody sees the same, whoever asks. One query. */
export async function getLog(asked: LogAsked): Promise<LogView> {
  const rows = await read(asked, PAGE + 1, (asked.page - 1) * PAGE);
  return { asked, entries: rows.slice(0, PAGE).map(entryOf), more: rows.length > PAGE };
}

export const listLog = async (asked: LogAsked): Promise<LogEntry[]> => (await read(asked, FILE_ROWS, 0)).map(entryOf);

/** The threads in which something is logged, for narrowing. */
export async function listLogged(): Promise<{ slug: string; question: string }[]> {
  return db().thread.findMany({
    where: visibleTo(null),
    select: { slug: true, question: true },
    orderBy: { question: "asc" },
    take: 200,
  });
}

const read = ({ act, thread, code }: LogAsked, limit: number, offset: number) => db().$queryRaw<Row[]>`
  WITH logged AS (
    SELECT e.at, e.stream, e.number AS place,
      CASE e.kind WHEN 'argument.removed' THEN 'removed' WHEN 'argument.hidden' THEN 'hidden' WHEN 'argument.restored' THEN 'restored'
        WHEN 'argument.merged' THEN 'merged' WHEN 'argument.unmerged' THEN 'unmerged'
        WHEN 'changes.asked' THEN 'returned' WHEN 'challenge.ruled' THEN 'ruled' WHEN 'thread.mode_set' THEN 'mode'
        WHEN 'policy.published' THEN 'policy' WHEN 'sanction.lifted' THEN 'lifted' WHEN 'sanction.kept' THEN 'upheld'
        WHEN 'sanction.given' THEN CASE s.kind WHEN 'SILENCE' THEN 'silence' ELSE 'suspension' END
        ELSE CASE WHEN v.cause = 'APPEAL' THEN CASE v.verdict WHEN 'APPROVED' THEN 'granted' ELSE 'upheld' END
          WHEN v.cause = 'MODE' AND v.verdict = 'REFUSED' THEN 'refused' END END AS act,
      CASE WHEN e.actor_id IS NULL THEN 'NOBODY' WHEN coalesce(e.subjects ->> 'role', u.role::text) = 'ADMIN' THEN 'ADMIN'
        ELSE 'MODERATOR' END AS role,
      CASE WHEN ${env().LOG_NAMES === "names"} AND e.actor_id IS NOT NULL
        THEN json_build_object('handle', u.handle, 'name', u.name) END AS by,
      coalesce(m.code, v.code, s.code) AS code, coalesce(m.policy, v.policy, s.policy, (e.subjects ->> 'policy')::int) AS policy,
      a.id AS argument, a.number,
      EXISTS (SELECT FROM reviews w WHERE w.argument_id = a.id AND w.cause = 'MODE' AND w.verdict IS DISTINCT FROM 'APPROVED') AS outside
    FROM events e
      LEFT JOIN users u ON u.id = e.actor_id
      LEFT JOIN removals m ON m.id = e.subjects ->> 'removal'
      LEFT JOIN reviews v ON v.id = e.subjects ->> 'review' AND e.kind IN ('review.decided', 'changes.asked')
      LEFT JOIN sanctions s ON s.id = e.subjects ->> 'sanction'
      LEFT JOIN arguments a ON a.id = e.subjects ->> 'argument'
    WHERE e.kind IN ('argument.removed', 'argument.hidden', 'argument.restored', 'argument.merged', 'argument.unmerged', 'changes.asked', 'challenge.ruled',
      'thread.mode_set', 'policy.published', 'review.decided', 'sanction.given', 'sanction.lifted', 'sanction.kept'))
  SELECT l.act, l.at, l.role, l.by, l.code, l.policy, t.slug, t.question,
    CASE WHEN NOT l.outside THEN l.argument END AS argument, CASE WHEN NOT l.outside THEN l.number END AS number
  FROM logged l LEFT JOIN threads t ON t.id = l.stream
  WHERE l.act IS NOT NULL AND (l.stream = 'site' OR t.class_id IS NULL)
    AND (${act}::text IS NULL OR l.act = ${act}) AND (${thread}::text IS NULL OR t.slug = ${thread})
    AND (${code}::text IS NULL OR l.code = ${code})
  ORDER BY l.at DESC, l.stream, l.place DESC ${Prisma.sql`LIMIT ${limit} OFFSET ${offset}`}`;

function entryOf({ at, slug, question, argument, number, ...row }: Row): LogEntry {
  return {
    ...row,
    at: at.toISOString(),
    thread: slug !== null && question !== null ? { slug, question } : null,
    argument: argument !== null && number !== null ? { id: argument, number } : null,
  };
}

/** What an address asks of the log; what it does not know it passes over. */
export function logAsked({ act, thread, code, page }: Record<string, string | undefined>): LogAsked {
  return {
    act: LOGGED.find((one) => one === act) ?? null,
    thread: thread || null,
    code: code || null,
    page: page !== undefined && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}
