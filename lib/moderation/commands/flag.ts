/** Reporting conduct. Nobody is told who did, and nothing that others see changes at that moment. */
import { randomInt } from "node:crypto";
import { reachArgument } from "#lib/arguments/reach";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import { openReview } from "#lib/moderation/opening";
import { mayFlag } from "#lib/moderation/policy";
import type { FlagArgument } from "#lib/moderation/schema";
import { enqueueOnce } from "#lib/queue/enqueue";
import { newId } from "#lib/text/id";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/** Whether reports hide a post is weighed so many seconds later: meanwhile others have come and gone. */
const WEIGHED_AFTER = { least: 60, most: 300 };

/** The same report by the same person stands once. */
export async function flagArgument(
  viewer: Person,
  id: string,
  { kind, note = null }: FlagArgument,
  flagging: { at?: Date } = {},
): Promise<void> {
  await transact(async (tx, at) => {
    const { threadId, revision, ...argument } = await reachArgument(tx, viewer, id);
    must(mayFlag(viewer, argument));
    const flag = newId();
    const { count } = await tx.flag.createMany({
      data: { id: flag, argumentId: id, revisionId: revision.id, kind, note, flaggedById: viewer.id, flaggedAt: at },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await openReview(tx, { argumentId: id, revisionId: revision.id, threadId, classId: null }, "FLAG", at);
    await record(tx, { stream: "site", kind: "flag.raised", actorId: null, subjects: { flag }, at });
    const seconds = randomInt(WEIGHED_AFTER.least, WEIGHED_AFTER.most);
    const soon = new Date(Date.now() + seconds * 1000);
    await enqueueOnce(tx, "weighing", { argument: id }, { name: flag, at: soon });
  }, flagging.at);
}
