/** Saying by which rules is judged from now on. */
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { mayPublishPolicy } from "#lib/moderation/policy";
import type { PublishPolicy } from "#lib/moderation/schema";
import { reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** Gives the number of the version in force; one that says nothing new is not made. */
export async function publishPolicy(
  viewer: Person,
  { thread: slug, after, reasons }: PublishPolicy,
  publishing: { at?: Date } = {},
): Promise<number> {
  return transact(async (tx, at) => {
    const thread = slug ? await reachThread(tx, viewer, { slug }) : null;
    must(mayPublishPolicy(viewer));
    // Of two who publish at once, the second finds the first's.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('grounds:policy'))`;
    const before = await inForce(tx, thread?.id ?? null);
    const given = reasons.map(({ code, sentence, example = null }) => ({ code, sentence, example }));
    if (before && sameAs(before.reasons, given)) return before.number;
    if ((before?.number ?? 0) !== after) throw new Refused("policy-moved-on", { ground: "conflict" });
    const { _max } = await tx.policyVersion.aggregate({ _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    await tx.policyVersion.create({
      data: { number, since: at, threadId: thread?.id ?? null, publishedById: viewer.id },
      select: { number: true },
    });
    await tx.reason.createMany({ data: given.map((reason) => ({ policy: number, ...reason })) });
    const subjects = { policy: `${number}`, ...(thread && { thread: thread.id }) };
    await record(tx, { stream: "site", kind: "policy.published", actorId: viewer.id, subjects, at });
    return number;
  }, publishing.at);
}

interface Said {
  code: string;
  sentence: string;
  example: string | null;
}

const inForce = (tx: Tx, threadId: string | null) =>
  tx.policyVersion.findFirst({
    where: { threadId },
    orderBy: { number: "desc" },
    select: { number: true, reasons: { select: { code: true, sentence: true, example: true } } },
  });

function sameAs(before: readonly Said[], given: readonly Said[]): boolean {
  const inOrder = (reasons: readonly Said[]) =>
    JSON.stringify(
      reasons
        .map(({ code, sentence, example }) => [code, sentence, example])
        .sort(([a = ""], [b = ""]) => ((a ?? "") < (b ?? "") ? -1 : 1)),
    );
  return inOrder(before) === inOrder(given);
}
