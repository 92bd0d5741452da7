/** What moderators do. Each act is a row with who, when and why. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { benchOf, settle, takeAway } from "#lib/moderation/judgement";
import { mayMark } from "#lib/moderation/policy";
import { reasonInForce } from "#lib/moderation/reason";
import { newId } from "#lib/text/id";
import { mayModerate } from "#lib/threads/policy";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";
import type { MarkKind } from "../../prisma/generated/enums.ts";

/** What no door passes. */
interface Moment {
  at?: Date;
}

/** What is to be judged, reached by somebody who may: nobody judges their own. */
async function reachJudged(tx: Tx, viewer: Person, id: string) {
  const thread = await reachThreadOf(tx, viewer, id);
  const argument = await reachArgument(tx, viewer, id);
  must(mayModerate(viewer));
  if (argument.authorId === viewer.id) throw new Refused("own-argument", { ground: "forbidden" });
  return { thread, argument };
}

/** Takes an argument's words out of sight, for a reason of the policy in force. */
export async function removeArgument(
  viewer: Person,
  id: string,
  reason: { code: string; note: string | null },
  moment: Moment = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const { thread, argument } = await reachJudged(tx, viewer, id);
    if (argument.state === "REMOVED") return;
    const known = await reasonInForce(tx, thread.id, reason.code);
    const bench = benchOf({ tx, viewer, thread, argumentId: id, at });
    await bench.record("argument.removed", await takeAway(bench, known, reason.note));
    const open = await tx.review.findFirst({
      where: { argumentId: id, decidedAt: null, cause: { notIn: ["MODE", "APPEAL"] } },
      select: { id: true },
    });
    if (open) await settle(bench, open.id, { verdict: "REFUSED", reason: known, note: null });
  }, moment.at);
}

/** Judges the quality of the current revision; the same judgement by the same person stands once. */
export async function markArgument(
  viewer: Person,
  id: string,
  mark: { kind: MarkKind; note?: string | null },
  moment: Moment = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, id);
    const argument = await reachArgument(tx, viewer, id);
    must(mayMark(viewer, argument, thread));
    const same = { argumentId: id, revisionId: argument.revision.id, kind: mark.kind, markedById: viewer.id };
    if (await tx.mark.findFirst({ where: { ...same, resolvedAt: null }, select: { id: true } })) return;
    const markId = newId();
    await tx.mark.create({ data: { id: markId, ...same, note: mark.note ?? null, markedAt: at } });
    await record(tx, {
      stream: thread.id,
      classId: thread.classId,
      kind: "argument.marked",
      actorId: viewer.id,
      subjects: { argument: id, mark: markId, code: mark.kind },
      at,
    });
  }, moment.at);
}
