/** What judgements do to an argument: out of sight, gone, back again. Each under its thread's lock, on the record. */
import type { Tx } from "#lib/db";
import { type EventKind, record } from "#lib/events/record";
import type { NamedReason } from "#lib/moderation/reason";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import type { Prisma } from "../../prisma/generated/client.ts";

type Such = Pick<Prisma.RemovalWhereInput, "kind" | "removedById" | "removedAt">;

/** Who judges what, where and when. */
export interface Bench {
  tx: Tx;
  viewer: Person;
  thread: { id: string; classId: string | null };
  argumentId: string;
  at: Date;
  /** In which quality somebody judged is kept with the act: their role may change later. */
  record: (kind: EventKind, subjects: Record<string, string>) => Promise<void>;
}

export function benchOf(judging: Omit<Bench, "record">): Bench {
  const { tx, viewer, thread, argumentId: argument, at } = judging;
  const { id: stream, classId } = thread;
  return {
    ...judging,
    record: (kind, subjects) =>
      record(tx, {
        stream,
        classId,
        kind,
        actorId: viewer.id,
        subjects: { argument, ...subjects, role: viewer.role },
        at,
      }),
  };
}

/**
 * Takes it out of sight until it is judged; without a reason it was the reports of many, and nobody's decision. `asked`
 * is the review in which it was sent back for that.
 */
export async function hide(bench: Bench, reason: NamedReason | null, asked?: string): Promise<void> {
  const { tx, viewer, argumentId, at } = bench;
  const removal = newId();
  await tx.removal.create({
    data: {
      id: removal,
      argumentId,
      kind: "HIDDEN",
      ...(reason && { ...reason, removedById: viewer.id }),
      removedAt: at,
    },
    select: { id: true },
  });
  await bench.record("argument.hidden", { removal, ...(reason && { code: reason.code }), ...(asked && { asked }) });
}

/** Takes its words away, whether or not they were out of sight already; gives what the record says of it. */
export async function takeAway(bench: Bench, { policy, code }: NamedReason, words: string | null) {
  const { tx, viewer, argumentId, at } = bench;
  await lift(bench);
  const removal = newId();
  await tx.removal.create({
    data: { id: removal, argumentId, policy, code, note: words, removedById: viewer.id, removedAt: at },
    select: { id: true },
  });
  return { removal, code };
}

/** Ends the removal in force, where it is such a one; gives its id, or null where there is none. */
async function lift({ tx, viewer, argumentId, at }: Bench, such: Such = {}): Promise<string | null> {
  const [removal] = await tx.removal.updateManyAndReturn({
    where: { ...such, argumentId, liftedAt: null },
    data: { liftedById: viewer.id, liftedAt: at },
    select: { id: true },
  });
  return removal?.id ?? null;
}

/** Lets it be seen again, where it was out of sight or gone: by whatever removal is in force, or by such a one alone. */
export async function restore(bench: Bench, such?: Such): Promise<void> {
  const removal = await lift(bench, such);
  if (removal) await bench.record("argument.restored", { removal });
}

interface Said {
  verdict: "APPROVED" | "REFUSED";
  reason: NamedReason | null;
  note: string | null;
}

/** Ends a review. */
export async function conclude(bench: Bench, review: string, { verdict, reason, note }: Said): Promise<void> {
  const { tx, viewer, at } = bench;
  await tx.review.update({
    where: { id: review },
    data: {
      verdict,
      policy: reason?.policy ?? null,
      code: reason?.code ?? null,
      note,
      decidedById: viewer.id,
      decidedAt: at,
      edition: { increment: 1 },
    },
    select: { id: true },
  });
  await bench.record("review.decided", { review, ...(reason && { code: reason.code }) });
}

/** Ends a review and, with it, the reports that it gathered. */
export async function settle(bench: Bench, review: string, said: Said): Promise<void> {
  const { tx, argumentId } = bench;
  await conclude(bench, review, said);
  await tx.flag.updateMany({
    where: { argumentId, settledById: null },
    data: { upheld: said.verdict === "REFUSED", settledById: review },
  });
}
