/** What everybody may see of a person. */
import { isDropped } from "#lib/arguments/dropped";
import { FATES_SHOWN, type Fate, type FateCounts, type PersonView } from "#lib/arguments/person";
import type { Bone, Joint } from "#lib/arguments/queries/skeleton";
import { tombstoneOf } from "#lib/arguments/shown";
import type { Stance } from "#lib/arguments/view";
import { db } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { Role } from "../../../prisma/generated/enums.ts";

/**
 * A person and the fate of their arguments, as a stranger sees it, whoever asks: what waits for a moderator and what a
 * class owns is no part of it. Whom a teacher has made an account for is known to their classes alone. Three queries, and
 * two more where something may be dropped.
 * @throws Missing where there is nobody of that handle, or nobody any more
 */
export async function getPerson(handle: string, viewer: Viewer = null): Promise<PersonView> {
  const person = await db().user.findFirst({
    where: {
      handle,
      erasedAt: null,
      OR: [{ made: null }, { enrolled: { some: { classId: { in: classesOf(viewer) } } } }],
    },
    select: { id: true, handle: true, name: true, about: true, role: true, createdAt: true },
  });
  if (!person) throw new Missing();
  const { id, createdAt, ...shown } = person;
  const [rows, counts] = await Promise.all([readFates(id), countFates(id)]);
  const dropped = await findDropped(rows);
  const fates = rows.map((row) => fateOf(row, dropped));
  return { ...shown, since: createdAt.toISOString(), counts, fates };
}

interface Row {
  id: string;
  number: number;
  postedAt: Date;
  threadId: string;
  slug: string;
  question: string;
  claim: string;
  stance: Stance;
  pro: number;
  con: number;
  /** It stands in one of the first two turns, old enough and unopposed: whether it is dropped, its thread must say. */
  ripe: boolean;
  words: Fate["words"];
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  removedAt: Date | null;
  removal: "REMOVED" | "HIDDEN" | null;
  role: Role | null;
  note: string | null;
  code: string | null;
  policy: number | null;
  mergedAt: Date | null;
  mergeNote: string | null;
  mergeRole: Role | null;
  intoId: string | null;
  intoNumber: number | null;
  splitAt: Date | null;
  parts: { argument: { id: string; number: number } }[] | null;
}

const readFates = (author: string) => db().$queryRaw<Row[]>`
  WITH mine AS (
    SELECT a.id, a.number, a.posted_at, a.thread_id, a.current_revision_id, t.slug, t.question, t.dropped_after_hours
    FROM arguments a JOIN threads t ON t.id = a.thread_id AND t.class_id IS NULL
    WHERE a.author_id = ${author} AND NOT EXISTS (
      SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')
    ORDER BY a.posted_at DESC, a.id LIMIT ${FATES_SHOWN})
  SELECT m.id, m.number, m.posted_at AS "postedAt", m.thread_id AS "threadId", m.slug, m.question, r.claim, home.stance,
    coalesce(answers.pro, 0)::int AS pro, coalesce(answers.con, 0)::int AS con,
    coalesce(answers.con, 0) = 0 AND m.posted_at <= now() - m.dropped_after_hours * interval '1 hour'
      AND w.argument_id IS NULL AND x.id IS NULL AND g.id IS NULL AND cut.id IS NULL AS ripe,
    CASE WHEN became.lost THEN 'ORPHANED' WHEN became.moved THEN 'MOVED' ELSE 'VERBATIM' END AS words,
    w.withdrawn_at AS "withdrawnAt", w.reason AS "withdrawnReason", x.removed_at AS "removedAt", x.kind::text AS removal, judge.role::text AS role, x.note, x.code, x.policy,
    g.merged_at AS "mergedAt", g.note AS "mergeNote", merger.role::text AS "mergeRole", o.id AS "intoId", o.number AS "intoNumber", cut.answered_at AS "splitAt",
    (SELECT json_agg(json_build_object('argument', json_build_object('id', part.id, 'number', part.number)) ORDER BY p.ordinal)
      FROM split_parts p JOIN arguments part ON part.id = p.argument_id WHERE p.split_id = cut.id) AS parts
  FROM mine m
    JOIN revisions r ON r.id = m.current_revision_id
    LEFT JOIN withdrawals w ON w.argument_id = m.id
    LEFT JOIN removals x ON x.argument_id = m.id AND x.lifted_at IS NULL
    LEFT JOIN users judge ON judge.id = x.removed_by
    LEFT JOIN merges g ON g.argument_id = m.id AND g.undone_at IS NULL
    LEFT JOIN users merger ON merger.id = g.merged_by
    LEFT JOIN arguments o ON o.id = g.into_id
    LEFT JOIN splits cut ON cut.argument_id = m.id AND cut.taken AND cut.undone_at IS NULL
    CROSS JOIN LATERAL (
      SELECT l.stance::text FROM links l WHERE l.child_id = m.id
      ORDER BY l.ended_at IS NULL DESC, l.started_at, l.id LIMIT 1) home
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE l.stance = 'PRO') AS pro, count(*) FILTER (WHERE l.stance = 'CON') AS con
      FROM links l JOIN visible_arguments v ON v.id = l.child_id
      WHERE l.parent_id = m.id AND l.ended_at IS NULL) answers ON true
    LEFT JOIN LATERAL (
      SELECT bool_or(newest.state = 'ORPHANED') AS lost, bool_or(newest.state = 'MOVED' AND newest.confirmed_at IS NULL) AS moved
      FROM citations c JOIN spans s ON s.citation_id = c.id
        CROSS JOIN LATERAL (
          SELECT n.state, n.confirmed_at FROM anchors n JOIN source_versions o ON o.id = n.version_id
          WHERE n.citation_id = s.citation_id AND n.ordinal = s.ordinal ORDER BY o.number DESC LIMIT 1) newest
      WHERE c.revision_id = m.current_revision_id) became ON true
  ORDER BY m.posted_at DESC, m.id`;

async function countFates(author: string): Promise<FateCounts> {
  const [row] = await db().$queryRaw<FateCounts[]>`
    SELECT count(*)::int AS posted, count(*) FILTER (WHERE withdrawn)::int AS withdrawn,
      count(*) FILTER (WHERE removed)::int AS removed, count(*) FILTER (WHERE answered)::int AS answered
    FROM (
      SELECT EXISTS (SELECT FROM removals x WHERE x.argument_id = a.id AND x.lifted_at IS NULL) AS removed,
        EXISTS (SELECT FROM withdrawals w WHERE w.argument_id = a.id) AS withdrawn,
        EXISTS (SELECT FROM links l JOIN visible_arguments v ON v.id = l.child_id
          WHERE l.parent_id = a.id AND l.ended_at IS NULL) AS answered
      FROM arguments a JOIN threads t ON t.id = a.thread_id AND t.class_id IS NULL
      WHERE a.author_id = ${author} AND NOT EXISTS (
        SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')) AS fates`;
  return row ?? { posted: 0, answered: 0, withdrawn: 0, removed: 0 };
}

/** Those of these that are dropped: the rule looks at whole threads, and only at those where it can matter. */
async function findDropped(rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const ripe = rows.filter((row) => row.ripe);
  const threads = [...new Set(ripe.map(({ threadId }) => threadId))];
  if (threads.length === 0) return new Set();
  const [bones, joints] = await Promise.all([
    db().$queryRaw<(Bone & { threadId: string; afterHours: number; laterArguments: number })[]>`
      SELECT a.id, a.number, a.thread_id AS "threadId", extract(epoch FROM a.posted_at)::float8 * 1000 AS "postedAt",
        CASE WHEN EXISTS (SELECT FROM visible_arguments v WHERE v.id = a.id) THEN 'VISIBLE' ELSE 'WITHDRAWN' END AS state,
        t.dropped_after_hours AS "afterHours", t.dropped_later_arguments AS "laterArguments"
      FROM arguments a JOIN threads t ON t.id = a.thread_id WHERE a.thread_id = ANY(${threads})`,
    db().$queryRaw<(Joint & { threadId: string })[]>`
      SELECT id, thread_id AS "threadId", child_id AS child, parent_id AS parent, stance::text AS stance,
        extract(epoch FROM started_at)::float8 * 1000 AS "startedAt"
      FROM links WHERE thread_id = ANY(${threads}) AND ended_at IS NULL`,
  ]);
  const bonesOf = Map.groupBy(bones, ({ threadId }) => threadId);
  const jointsOf = Map.groupBy(joints, ({ threadId }) => threadId);
  const now = new Date();
  const rules = new Map(
    threads.map((thread) => {
      const all = bonesOf.get(thread) ?? [];
      const { afterHours = 0, laterArguments = 0 } = all[0] ?? {};
      const debate = { arguments: all, links: jointsOf.get(thread) ?? [], dropped: { afterHours, laterArguments } };
      return [thread, isDropped(debate, now)] as const;
    }),
  );
  return new Set(ripe.filter(({ id, threadId }) => rules.get(threadId)?.(id)).map(({ id }) => id));
}

function fateOf(row: Row, dropped: ReadonlySet<string>): Fate {
  const { id, number, slug, question, stance, words, withdrawnAt } = row;
  const state =
    row.removal === "REMOVED"
      ? "REMOVED"
      : withdrawnAt
        ? "WITHDRAWN"
        : (row.removal ?? (row.mergedAt ? "MERGED" : row.splitAt ? "SPLIT" : "VISIBLE"));
  return {
    id,
    number,
    postedAt: row.postedAt.toISOString(),
    state,
    claim: state === "VISIBLE" ? row.claim : null,
    stance,
    thread: { slug, question },
    answers: { PRO: row.pro, CON: row.con },
    dropped: dropped.has(id),
    words: state === "VISIBLE" ? words : "VERBATIM",
    tombstone: tombstoneOf({
      removals:
        row.removedAt && row.removal
          ? [{ ...row, kind: row.removal, removedAt: row.removedAt, removedBy: judge(row.role) }]
          : [],
      withdrawal: withdrawnAt && { withdrawnAt, reason: row.withdrawnReason },
      merges:
        row.mergedAt && row.intoId && row.intoNumber !== null
          ? [
              {
                mergedAt: row.mergedAt,
                note: row.mergeNote,
                mergedBy: { role: row.mergeRole ?? "MODERATOR" },
                into: { id: row.intoId, number: row.intoNumber },
              },
            ]
          : [],
      splits: row.splitAt ? [{ answeredAt: row.splitAt, parts: row.parts ?? [] }] : [],
    }),
  };
}

const judge = (role: Row["role"]) => role && { role };
