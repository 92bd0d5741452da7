/** The record: what happened, written in the transaction of the act. Number, hash and notice are the database's. */
import type { Tx } from "#lib/db";
import { givePseudonyms } from "#lib/events/pseudonyms";
import { enqueue } from "#lib/queue/enqueue";

/** Past tense, by room. */
export type EventKind =
  | "user.joined"
  | "invitation.made"
  | "user.role_given"
  | "sanction.given"
  | "sanction.appealed"
  | "sanction.kept"
  | "sanction.lifted"
  | "moderator.named"
  | "moderator.dismissed"
  | "password.changed"
  | "address.given"
  | "address.confirmed"
  | "address.removed"
  | "account.closed"
  | "session.started"
  | "session.ended"
  | "token.made"
  | "token.revoked"
  | "class.opened"
  | "class.changed"
  | "enrolment.started"
  | "enrolment.ended"
  | "code.made"
  | "code.revoked"
  | "code.full"
  | "roster.applied"
  | "cards.made"
  | "card.used"
  | "pupil.erased"
  | "platform.registered"
  | "platform.retired"
  | "platform.key_made"
  | "score.sent"
  | "class.purged"
  | "source.brought"
  | "source.brought_again"
  | "source.corrected"
  | "citation.moved"
  | "citation.orphaned"
  | "citation.confirmed"
  | "policy.published"
  | "thread.opened"
  | "thread.mode_set"
  | "snapshot.taken"
  | "assignment.set"
  | "assignment.changed"
  | "assignment.seated"
  | "sides.drawn"
  | "sides.chosen"
  | "round.frozen"
  | "round.opened"
  | "round.clock_run"
  | "note.written"
  | "note.taken_back"
  | "note.argued"
  | "grade.given"
  | "grade.noted"
  | "grades.released"
  | "grades.withheld"
  | "rubric.changed"
  | "feedback.asked"
  | "feedback.given"
  /** Without an actor: it is told to whoever teaches, and to nobody else. */
  | "feedback.reported"
  | "feedback.hidden"
  | "feedback.shown"
  | "feedback.released"
  | "argument.posted"
  | "argument.revised"
  | "argument.withdrawn"
  | "argument.removed"
  | "argument.redacted"
  | "argument.hidden"
  | "argument.restored"
  | "argument.marked"
  | "mark.resolved"
  /** Of the site, without an actor and without its argument: who reported what is told to nobody. */
  | "flag.raised"
  | "challenge.raised"
  | "challenge.answered"
  | "challenge.ruled"
  | "split.drawn"
  | "split.declined"
  | "argument.split"
  | "argument.rejoined"
  | "wording.offered"
  | "wording.taken"
  | "wording.declined"
  | "argument.merged"
  | "argument.unmerged"
  | "argument.moved"
  | "map.imported"
  | "tray.posted"
  | "tray.put_away"
  | "review.opened"
  | "review.decided"
  | "review.undone"
  | "changes.asked"
  | "link.started"
  | "link.ended"
  /** Without an actor: who rated what is told to nobody, and it wakes no reader. */
  | "link.rated"
  | "link.rating_retracted";

/** Of these somebody may be told; `lib/notices` says who. */
const NEWS: ReadonlySet<string> = new Set<EventKind>([
  "thread.opened",
  "argument.posted",
  "argument.removed",
  "argument.hidden",
  "argument.restored",
  "argument.revised",
  "argument.marked",
  "challenge.raised",
  "challenge.answered",
  "challenge.ruled",
  "changes.asked",
  "review.decided",
  "split.drawn",
  "split.declined",
  "argument.split",
  "wording.offered",
  "wording.taken",
  "wording.declined",
  "argument.merged",
  "argument.unmerged",
  "link.started",
  "citation.moved",
  "citation.orphaned",
]);

export interface Happening {
  /** The thread's id; "site" for what belongs to no thread. */
  stream: string;
  kind: EventKind;
  actorId: string | null;
  /** Ids and codes, never words or names. `sources` names each source whose page changes. */
  subjects: Record<string, string | string[]>;
  classId?: string | null;
  at: Date;
}

/** Notes what happened and asks that people be told, both in the transaction of the act. */
export async function record(tx: Tx, happening: Happening): Promise<void> {
  await recordAll(tx, [happening]);
}

/** Several at once, in their order, where one act has many consequences; of `quiet` ones nobody is told. */
export async function recordAll(tx: Tx, happenings: readonly Happening[], { quiet = false } = {}): Promise<void> {
  const select = { stream: true, number: true, kind: true } as const;
  const events = await tx.event.createManyAndReturn({ data: happenings.map(rowOf), select });
  await givePseudonyms(tx, happenings);
  const news = quiet ? [] : events.filter(({ kind }) => NEWS.has(kind));
  await enqueue(
    tx,
    "notices",
    news.map(({ stream, number }) => ({ stream, number })),
  );
}

const rowOf = ({ stream, kind, actorId, subjects, classId = null, at }: Happening) => ({
  stream,
  kind,
  actorId,
  subjects,
  classId,
  at,
});
