/** Doubting evidence: somebody challenges a citation, its author answers or amends, a moderator rules. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { openReview } from "#lib/moderation/opening";
import { mayAnswerChallenge, mayMark, mayRule } from "#lib/moderation/policy";
import type { RaiseChallenge, Ruling } from "#lib/moderation/schema";
import { newId } from "#lib/text/id";
import type { ReachedThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** Challenges a citation of the current revision; gives its argument. The same doubt about it stands once. */
export async function raiseChallenge(
  viewer: Person,
  citationId: string,
  { kind, note }: RaiseChallenge,
  raising: { at?: Date } = {},
): Promise<string> {
  return transact(async (tx, at) => {
    const citation = await tx.citation.findUnique({
      where: { id: citationId },
      select: { revision: { select: { argumentId: true } } },
    });
    if (!citation) throw new Missing();
    const { argumentId } = citation.revision;
    const thread = await reachThreadOf(tx, viewer, argumentId);
    const argument = await reachArgument(tx, viewer, argumentId);
    if (!argument.revision.citations.some(({ id }) => id === citationId)) throw new Missing();
    must(mayMark(viewer, argument, thread));
    if (await tx.challenge.findFirst({ where: { citationId, kind, ruledAt: null }, select: { id: true } }))
      return argumentId;
    const id = newId();
    const revisionId = argument.revision.id;
    await tx.challenge.create({
      data: { id, argumentId, revisionId, citationId, kind, note, raisedById: viewer.id, raisedAt: at },
      select: { id: true },
    });
    const { id: threadId, classId } = thread;
    await openReview(tx, { argumentId, revisionId, threadId, classId }, "CHALLENGE", at);
    const subjects = { argument: argumentId, challenge: id };
    await record(tx, { stream: threadId, classId, kind: "challenge.raised", actorId: viewer.id, subjects, at });
    return argumentId;
  }, raising.at);
}

async function reachChallenge(tx: Tx, viewer: Person, id: string) {
  const where = await tx.challenge.findUnique({ where: { id }, select: { argumentId: true } });
  if (!where) throw new Missing();
  const thread = await reachThreadOf(tx, viewer, where.argumentId);
  const { authorId } = await reachArgument(tx, viewer, where.argumentId);
  const challenge = await tx.challenge.findUniqueOrThrow({ where: { id } });
  return { thread, challenge, authorId };
}

/** Says, as the author, why the words bear what they are cited for; once. Gives the argument. */
export async function answerChallenge(viewer: Person, id: string, answer: string): Promise<string> {
  return transact(async (tx, at) => {
    const { thread, challenge, authorId } = await reachChallenge(tx, viewer, id);
    const { argumentId, ruledAt } = challenge;
    if (challenge.answer === answer) return argumentId;
    must(mayAnswerChallenge(viewer, { authorId, ruled: ruledAt !== null }));
    if (challenge.answer !== null) throw new Refused("challenge-answered", { ground: "conflict" });
    await tx.challenge.update({ where: { id }, data: { answer, answeredAt: at }, select: { id: true } });
    await bumpReview(tx, argumentId);
    const subjects = { argument: argumentId, challenge: id };
    const { id: stream, classId } = thread;
    await record(tx, { stream, classId, kind: "challenge.answered", actorId: viewer.id, subjects, at });
    return argumentId;
  });
}

/**
 * Rules on a doubt, once; gives the argument. What is upheld is shown wherever one of the passages is used. A review
 * that was opened for doubts alone ends with the last of them.
 */
export async function ruleChallenge(viewer: Person, id: string, { upheld, ruling = null }: Ruling): Promise<string> {
  return transact(async (tx, at) => {
    const { thread, challenge, authorId } = await reachChallenge(tx, viewer, id);
    const { argumentId, citationId, raisedById } = challenge;
    must(mayRule(viewer, { threadId: thread.id, authorId, raisedById }));
    if (challenge.ruledAt) {
      if (challenge.upheld === upheld && challenge.ruledById === viewer.id) return argumentId;
      throw new Refused("challenge-ruled", { ground: "conflict" });
    }
    await tx.challenge.update({
      where: { id },
      data: { upheld, ruling, ruledById: viewer.id, ruledAt: at },
      select: { id: true },
    });
    const subjects = { argument: argumentId, challenge: id };
    const { id: stream, classId } = thread;
    const sources = upheld ? await spread(tx, id, citationId) : [];
    await record(tx, {
      stream,
      classId,
      kind: "challenge.ruled",
      actorId: viewer.id,
      subjects: { ...subjects, sources },
      at,
    });
    await endWithLast(tx, viewer, thread, argumentId, at);
    return argumentId;
  });
}

/** Ties a ruling to the passages it speaks of, and tells the pages of all threads that use one; gives their sources. */
async function spread(tx: Tx, challengeId: string, citationId: string): Promise<string[]> {
  const spans = await tx.span.findMany({
    where: { citationId },
    select: { passageId: true, citation: { select: { version: { select: { sourceId: true } } } } },
  });
  const passages = [...new Set(spans.map(({ passageId }) => passageId))];
  await tx.ruledPassage.createMany({ data: passages.map((passageId) => ({ challengeId, passageId })) });
  await tx.$executeRaw`
    SELECT pg_notify('pages', 't:' || thread_id) FROM (
      SELECT DISTINCT a.thread_id FROM spans s JOIN citations c ON c.id = s.citation_id
        JOIN arguments a ON a.current_revision_id = c.revision_id
      WHERE s.passage_id = ANY(${passages})) AS used`;
  return [...new Set(spans.map(({ citation }) => citation.version.sourceId))];
}

/** Whoever has it open sees that something was said meanwhile. */
const bumpReview = (tx: Tx, argumentId: string) =>
  tx.review.updateMany({ where: { argumentId, decidedAt: null }, data: { edition: { increment: 1 } } });

async function endWithLast(tx: Tx, viewer: Person, thread: ReachedThread, argumentId: string, at: Date): Promise<void> {
  await bumpReview(tx, argumentId);
  const review = await tx.review.findFirst({
    where: { argumentId, decidedAt: null, cause: "CHALLENGE", askedAt: null },
    select: { id: true },
  });
  const [open, flags, hidden] = await Promise.all([
    tx.challenge.count({ where: { argumentId, ruledAt: null } }),
    tx.flag.count({ where: { argumentId, upheld: null } }),
    tx.removal.count({ where: { argumentId, liftedAt: null } }),
  ]);
  if (!review || open + flags + hidden > 0) return;
  const data = { verdict: "APPROVED", decidedById: viewer.id, decidedAt: at } as const;
  await tx.review.update({ where: { id: review.id }, data, select: { id: true } });
  const subjects = { argument: argumentId, review: review.id };
  const { id: stream, classId } = thread;
  await record(tx, { stream, classId, kind: "review.decided", actorId: viewer.id, subjects, at });
}
