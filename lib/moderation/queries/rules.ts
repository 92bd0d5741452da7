/** The rules, and how often each was called on. */
import { db } from "#lib/db";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

export interface RuleView {
  code: string;
  sentence: string;
  example: string | null;
  /** Decisions that name it, under any version of this policy, and how many of them were taken back since. */
  decisions: number;
  lifted: number;
}

export interface PolicyView {
  number: number;
  since: string;
  /** The thread whose own rules they are; null for the site's. */
  thread: { slug: string; question: string } | null;
  /** The version in force of the same policy; this one, where it is. */
  newest: number;
  /** All versions of the same policy, the newest first. */
  versions: { number: number; since: string }[];
  rules: RuleView[];
}

/**
 * A version of the policy of the site, or of a thread; without a number the one in force.
 * @throws Missing
 */
export async function getPolicy(viewer: Viewer, asked: { number?: number; thread?: string } = {}): Promise<PolicyView> {
  const version = await db().policyVersion.findFirst({
    where: {
      ...(asked.number !== undefined && { number: asked.number }),
      ...(asked.thread !== undefined
        ? { thread: { slug: asked.thread, ...visibleTo(viewer) } }
        : asked.number === undefined
          ? { threadId: null }
          : { OR: [{ threadId: null }, { thread: visibleTo(viewer) }] }),
    },
    orderBy: { number: "desc" },
    select: { number: true, since: true, threadId: true, thread: { select: { slug: true, question: true } } },
  });
  if (!version) throw new Missing();
  const { number, threadId } = version;
  const [rules, versions] = await Promise.all([
    db().$queryRaw<RuleView[]>`
      SELECT r.code, r.sentence, r.example, coalesce(n.decisions, 0)::int AS decisions, coalesce(n.lifted, 0)::int AS lifted
      FROM reasons r LEFT JOIN (
        SELECT m.code, count(*) AS decisions, count(*) FILTER (WHERE m.lifted) AS lifted
        FROM (
          SELECT argument_id, policy, code, lifted_at IS NOT NULL AS lifted FROM removals
          -- A first post that was not let in was never there to be removed.
          UNION ALL SELECT argument_id, policy, code, overturned_by IS NOT NULL FROM reviews WHERE cause = 'MODE') m
          JOIN policy_versions p ON p.number = m.policy AND p.thread_id IS NOT DISTINCT FROM ${threadId}::text
          JOIN arguments a ON a.id = m.argument_id JOIN threads t ON t.id = a.thread_id AND t.class_id IS NULL
        GROUP BY m.code) n ON n.code = r.code
      WHERE r.policy = ${number} ORDER BY r.code`,
    db().policyVersion.findMany({
      where: { threadId },
      orderBy: { number: "desc" },
      select: { number: true, since: true },
    }),
  ]);
  return {
    number,
    since: version.since.toISOString(),
    thread: version.thread,
    newest: versions[0]?.number ?? number,
    versions: versions.map((one) => ({ number: one.number, since: one.since.toISOString() })),
    rules,
  };
}

/** The threads that have rules of their own beside the site's, by question. */
export async function listOwnPolicies(viewer: Viewer): Promise<{ slug: string; question: string }[]> {
  return db().thread.findMany({
    where: { ...visibleTo(viewer), policies: { some: {} } },
    select: { slug: true, question: true },
    orderBy: { question: "asc" },
  });
}

export interface PolicyToRevise {
  /** The version in force, 0 where there is none as yet. */
  number: number;
  thread: { question: string } | null;
  reasons: { code: string; sentence: string; example: string | null }[];
}

/** What a new version of the site's policy, or of a thread's, begins from; null where there is no such thread. */
export async function findPolicyToRevise(viewer: Viewer, slug: string | undefined): Promise<PolicyToRevise | null> {
  const thread =
    slug === undefined
      ? null
      : await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { id: true, question: true } });
  if (slug !== undefined && !thread) return null;
  const version = await db().policyVersion.findFirst({
    where: { threadId: thread?.id ?? null },
    orderBy: { number: "desc" },
    select: {
      number: true,
      reasons: { select: { code: true, sentence: true, example: true }, orderBy: { code: "asc" } },
    },
  });
  return {
    number: version?.number ?? 0,
    thread: thread && { question: thread.question },
    reasons: version?.reasons ?? [],
  };
}
