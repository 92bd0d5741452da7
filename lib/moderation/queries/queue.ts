/** What waits for a moderator: one row an argument, with all that is to be judged of it, oldest first. */
import type { PersonRef } from "#lib/arguments/view";
import { db } from "#lib/db";
import { CLAIM_MINUTES, judges } from "#lib/moderation/policy";
import { judgedBy } from "#lib/moderation/queries/judged-by";
import type { Sieve } from "#lib/moderation/schema";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { Prisma } from "../../../prisma/generated/client.ts";
import type { ReviewCause } from "../../../prisma/generated/enums.ts";

export interface Waiting {
  id: string;
  edition: number;
  cause: ReviewCause;
  openedAt: string;
  argument: { id: string; number: number; claim: string; author: PersonRef };
  thread: { slug: string; question: string };
  /** People who reported it, and doubts about its evidence, that wait. */
  flags: number;
  challenges: number;
  hidden: boolean;
  /** Who else has it open. */
  claimedBy: PersonRef | null;
}

export interface Queue {
  total: number;
  /** How long the oldest has waited; null where nothing waits. */
  oldest: string | null;
  items: Waiting[];
  asked: { sieve: Sieve | null; thread: string | null };
}

/** More than one judges in a sitting; the rest moves up. */
const SHOWN = 200;

const SIFTED: Record<Sieve, Prisma.Sql> = {
  first: Prisma.sql`v.cause IN ('MODE', 'QUIET')`,
  flagged: Prisma.sql`flags.people > 0`,
  challenged: Prisma.sql`doubts.open > 0`,
  edited: Prisma.sql`v.cause = 'EDITED'`,
  appeals: Prisma.sql`v.cause = 'APPEAL'`,
  returned: Prisma.sql`true`,
};

type Row = Omit<Waiting, "argument" | "thread" | "openedAt" | "claimedBy"> & {
  openedAt: Date;
  argument: string;
  number: number;
  claim: string;
  author: PersonRef;
  slug: string;
  question: string;
  claimedBy: PersonRef | null;
  total: number;
  oldest: Date;
};

/**
 * One query, however much waits. One's own posts and appeals against one's own decisions are left to others; what was
 * sent back waits for its author and is listed by itself.
 * @throws Missing for everybody but moderators
 */
export async function getQueue(
  viewer: Viewer,
  { sieve = null, thread = null }: Partial<Queue["asked"]> = {},
): Promise<Queue> {
  if (!judges(viewer)) throw new Missing();
  const rows = await db().$queryRaw<Row[]>`
    SELECT v.id, v.edition, v.cause::text AS cause, v.opened_at AS "openedAt", a.id AS argument, a.number, r.claim,
      json_build_object('handle', u.handle, 'name', u.name) AS author, t.slug, t.question,
      flags.people AS flags, doubts.open AS challenges, EXISTS (
        SELECT FROM removals m WHERE m.argument_id = a.id AND m.lifted_at IS NULL AND m.kind = 'HIDDEN') AS hidden,
      CASE WHEN v.claimed_by <> ${viewer.id} AND v.claimed_at > now() - ${CLAIM_MINUTES} * interval '1 minute'
        THEN json_build_object('handle', k.handle, 'name', k.name) END AS "claimedBy",
      count(*) OVER ()::int AS total, min(v.opened_at) OVER () AS oldest
    FROM reviews v
      JOIN arguments a ON a.id = v.argument_id AND a.author_id <> ${viewer.id}
      JOIN revisions r ON r.id = a.current_revision_id
      JOIN users u ON u.id = a.author_id
      JOIN threads t ON t.id = a.thread_id
      LEFT JOIN users k ON k.id = v.claimed_by
      LEFT JOIN removals first_removal ON first_removal.id = v.appealed_removal
      LEFT JOIN reviews first_review ON first_review.id = v.appealed_review
      LEFT JOIN merges first_merge ON first_merge.id = v.appealed_merge
      LEFT JOIN arguments took_in ON took_in.id = first_merge.into_id
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT f.flagged_by)::int AS people FROM flags f WHERE f.argument_id = a.id AND f.settled_by IS NULL) flags
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS open FROM challenges h WHERE h.argument_id = a.id AND h.ruled_at IS NULL) doubts
    WHERE ${judgedBy(viewer)} AND v.decided_at IS NULL AND (v.asked_at IS NOT NULL) = ${sieve === "returned"}
      AND ${viewer.id} IS DISTINCT FROM coalesce(first_removal.removed_by, first_review.decided_by, first_merge.merged_by)
      AND ${viewer.id} IS DISTINCT FROM took_in.author_id
      AND (${thread}::text IS NULL OR t.slug = ${thread}) AND ${sieve ? SIFTED[sieve] : Prisma.sql`true`}
    ORDER BY v.opened_at, v.id LIMIT ${SHOWN}`;
  return {
    total: rows[0]?.total ?? 0,
    oldest: rows[0]?.oldest.toISOString() ?? null,
    asked: { sieve, thread },
    items: rows.map(
      ({ argument: id, number, claim, author, slug, question, openedAt, total: _t, oldest: _o, ...row }) => ({
        ...row,
        openedAt: openedAt.toISOString(),
        argument: { id, number, claim, author },
        thread: { slug, question },
      }),
    ),
  };
}
