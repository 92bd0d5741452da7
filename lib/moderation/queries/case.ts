/** One thing that waits, with all that somebody needs who judges it: the post in its thread, its words in their paragraphs, who said what of it, its author's record, and the rules. */
import { listSaying, type NearArgument } from "#lib/arguments/nearby";
import { type ArgumentInThread, getArgument } from "#lib/arguments/queries/arguments";
import type { PersonRef, Stance, Target } from "#lib/arguments/view";
import { db } from "#lib/db";
import { type ParagraphsAround, paragraphsAround } from "#lib/moderation/passage";
import { CLAIM_MINUTES, judges, mayJudge } from "#lib/moderation/policy";
import { judgedBy } from "#lib/moderation/queries/judged-by";
import type { CHALLENGE_KINDS, FLAG_KINDS, MARK_KINDS } from "#lib/moderation/schema";
import { seenBy } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { Prisma } from "../../../prisma/generated/client.ts";
import type { ReviewCause, Verdict } from "../../../prisma/generated/enums.ts";

export interface Case {
  id: string;
  edition: number;
  cause: ReviewCause;
  openedAt: string;
  /** What was decided, where somebody has: seen by whoever comes second. */
  decided: { verdict: Verdict; at: string; by: string; code: string | null } | null;
  asked: boolean;
  claimedBy: string | null;
  /** Why this viewer may not decide here. */
  own: boolean;
  appeal: {
    plea: string;
    code: string | null;
    policy: number | null;
    at: string;
    /** Of a merge: what took it in, why, and whether it was taken back since. */
    into: { id: string; number: number; note: string | null; undone: boolean } | null;
  } | null;
  thread: { id: string; slug: string; question: string };
  argument: {
    id: string;
    number: number;
    claim: string;
    elaboration: string | null;
    author: PersonRef;
    postedAt: string;
    revision: number;
    hidden: boolean;
    /** Why it was posted although another says nearly the same. */
    anyway: string | null;
  };
  links: {
    stance: Stance;
    target: Target;
    parent: { id: string; number: number; claim: string | null; author: string } | null;
  }[];
  flags: { kind: (typeof FLAG_KINDS)[number]; count: number; notes: string[] }[];
  marks: { kind: (typeof MARK_KINDS)[number]; note: string | null; by: string; mended: boolean }[];
  challenges: {
    id: string;
    kind: (typeof CHALLENGE_KINDS)[number];
    note: string;
    by: string;
    answer: string | null;
    own: boolean;
  }[];
  record: {
    since: string;
    posted: number;
    withdrawn: number;
    approved: number;
    refused: number;
    reported: number;
    upheld: number;
  };
  reasons: { code: string; policy: number; sentence: string }[];
}

export interface OpenCase extends Case {
  passages: ParagraphsAround[];
  /** What took it in, where the appeal is against a merge: the two are compared. */
  tookIn: ArgumentInThread | null;
  near: Omit<NearArgument, "room">[];
}

type Row = { found: Case & { firstJudge: string | null; intoAuthor: string | null; authorId: string } };

/**
 * Three queries, and those of one argument where a merge is appealed against. What others decided meanwhile is there to be seen.
 * @throws Missing for everybody but moderators, and where there is no such review
 */
export async function getCase(viewer: Viewer, id: string): Promise<OpenCase> {
  if (!judges(viewer)) throw new Missing();
  // Somebody's record is of what whoever judges may know of.
  const known = (
    argument: "o" | "oa",
  ) => Prisma.sql`EXISTS (SELECT FROM threads t WHERE t.id = ${Prisma.raw(argument)}.thread_id
    AND ${seenBy(viewer, "t.class_id")})`;
  const [row] = await db().$queryRaw<Row[]>`
    SELECT json_build_object('id', v.id, 'edition', v.edition, 'cause', v.cause, 'openedAt', v.opened_at,
      'decided', CASE WHEN v.decided_at IS NOT NULL THEN json_build_object('verdict', v.verdict, 'at', v.decided_at,
        'by', judge.name, 'code', v.code) END,
      'asked', v.asked_at IS NOT NULL,
      'claimedBy', CASE WHEN v.claimed_by <> ${viewer.id} AND v.claimed_at > now() - ${CLAIM_MINUTES} * interval '1 minute'
        THEN (SELECT name FROM users WHERE id = v.claimed_by) END,
      'own', false, 'authorId', a.author_id, 'firstJudge', coalesce(first_removal.removed_by, first_review.decided_by, first_merge.merged_by), 'intoAuthor', took_in.author_id,
      'appeal', CASE WHEN v.cause = 'APPEAL' THEN json_build_object('plea', v.plea,
        'code', coalesce(first_removal.code, first_review.code), 'policy', coalesce(first_removal.policy, first_review.policy),
        'at', coalesce(first_removal.removed_at, first_review.decided_at, first_merge.merged_at),
        'into', CASE WHEN took_in.id IS NOT NULL THEN json_build_object('id', took_in.id, 'number', took_in.number, 'note', first_merge.note, 'undone', first_merge.undone_at IS NOT NULL) END) END,
      'thread', json_build_object('id', t.id, 'slug', t.slug, 'question', t.question),
      'argument', json_build_object('id', a.id, 'number', a.number, 'claim', r.claim, 'elaboration', r.body_text,
        'author', json_build_object('handle', u.handle, 'name', u.name), 'postedAt', a.posted_at, 'revision', r.ordinal,
        'hidden', EXISTS (SELECT FROM removals m WHERE m.argument_id = a.id AND m.lifted_at IS NULL AND m.kind = 'HIDDEN'),
        'anyway', (SELECT y.reason FROM posted_anyway y WHERE y.argument_id = a.id)),
      'links', (SELECT coalesce(json_agg(json_build_object('stance', l.stance, 'target', l.target,
          'parent', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'number', p.number, 'author', pu.name,
            'claim', CASE WHEN EXISTS (SELECT FROM visible_arguments s WHERE s.id = p.id) THEN pr.claim END) END)
          ORDER BY l.started_at, l.id), '[]')
        FROM links l LEFT JOIN arguments p ON p.id = l.parent_id LEFT JOIN revisions pr ON pr.id = p.current_revision_id
          LEFT JOIN users pu ON pu.id = p.author_id
        WHERE l.child_id = a.id AND l.ended_at IS NULL),
      'flags', (SELECT coalesce(json_agg(json_build_object('kind', f.kind, 'count', f.people, 'notes', f.notes) ORDER BY f.people DESC, f.kind), '[]')
        FROM (SELECT kind, count(*) AS people, coalesce(json_agg(note ORDER BY md5(id)) FILTER (WHERE note IS NOT NULL), '[]') AS notes
          FROM flags WHERE argument_id = a.id AND settled_by IS NULL GROUP BY kind) f),
      'marks', (SELECT coalesce(json_agg(json_build_object('kind', m.kind, 'note', m.note, 'by', by.name,
          'mended', m.revision_id <> a.current_revision_id) ORDER BY m.marked_at), '[]')
        FROM marks m JOIN users by ON by.id = m.marked_by WHERE m.argument_id = a.id AND m.resolved_at IS NULL),
      'challenges', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'note', h.note, 'by', by.name,
          'answer', h.answer, 'own', h.raised_by = ${viewer.id}) ORDER BY h.raised_at), '[]')
        FROM challenges h JOIN users by ON by.id = h.raised_by WHERE h.argument_id = a.id AND h.ruled_at IS NULL),
      'record', (SELECT json_build_object('since', u.created_at,
          'posted', (SELECT count(*) FROM arguments o WHERE o.author_id = u.id AND ${known("o")}),
          'withdrawn', (SELECT count(*) FROM withdrawals w JOIN arguments o ON o.id = w.argument_id WHERE w.withdrawn_by = u.id AND ${known("o")}),
          'approved', count(*) FILTER (WHERE o.verdict = 'APPROVED' AND o.overturned_by IS NULL),
          'refused', count(*) FILTER (WHERE o.verdict = 'REFUSED'),
          'reported', (SELECT count(DISTINCT f.argument_id) FROM flags f JOIN arguments o ON o.id = f.argument_id WHERE o.author_id = u.id AND ${known("o")}),
          'upheld', (SELECT count(DISTINCT f.argument_id) FROM flags f JOIN arguments o ON o.id = f.argument_id WHERE o.author_id = u.id AND f.upheld AND ${known("o")}))
        FROM reviews o JOIN arguments oa ON oa.id = o.argument_id WHERE oa.author_id = u.id AND o.cause <> 'APPEAL' AND ${known("oa")}),
      'reasons', (SELECT coalesce(json_agg(json_build_object('code', rule.code, 'policy', rule.policy, 'sentence', rule.sentence)
          ORDER BY rule.code), '[]')
        FROM (SELECT DISTINCT ON (x.code) x.code, x.policy, x.sentence FROM reasons x JOIN policy_versions p ON p.number = x.policy
          WHERE (p.thread_id IS NULL OR p.thread_id = t.id)
            AND p.number = (SELECT max(q.number) FROM policy_versions q WHERE q.thread_id IS NOT DISTINCT FROM p.thread_id)
          ORDER BY x.code, p.thread_id IS NULL) rule)) AS found
    FROM reviews v
      JOIN arguments a ON a.id = v.argument_id
      JOIN revisions r ON r.id = a.current_revision_id
      JOIN users u ON u.id = a.author_id
      JOIN threads t ON t.id = a.thread_id AND ${judgedBy(viewer)}
      LEFT JOIN users judge ON judge.id = v.decided_by
      LEFT JOIN removals first_removal ON first_removal.id = v.appealed_removal
      LEFT JOIN reviews first_review ON first_review.id = v.appealed_review
      LEFT JOIN merges first_merge ON first_merge.id = v.appealed_merge
      LEFT JOIN arguments took_in ON took_in.id = first_merge.into_id
    WHERE v.id = ${id}`;
  if (!row) throw new Missing();
  const { firstJudge: firstJudgeId, intoAuthor: intoAuthorId, authorId, ...found } = row.found;
  const { argument, thread } = found;
  const tookIn = found.appeal?.into ? await getArgument(viewer, found.appeal.into.id) : null;
  const { passages, places } = await paragraphsAround(argument.id);
  const near = await listSaying(thread.id, { claim: argument.claim, places, except: argument.id });
  return {
    ...found,
    own: !mayJudge(viewer, { threadId: thread.id, authorId, firstJudgeId, intoAuthorId }).ok,
    passages,
    near,
    tookIn,
  };
}
