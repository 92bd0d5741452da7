/** The reason that a decision names, as the policy in force words it. */
import type { Tx } from "#lib/db";
import { Refused } from "#lib/verdict";

export interface NamedReason {
  policy: number;
  code: string;
}

/**
 * A thread's own newest rules go before the site's.
 * @throws Refused `reason-unknown` where neither has this code.
 */
export async function reasonInForce(tx: Tx, threadId: string, code: string): Promise<NamedReason> {
  const [reason] = await tx.$queryRaw<NamedReason[]>`
    SELECT r.policy, r.code FROM reasons r JOIN policy_versions p ON p.number = r.policy
    WHERE r.code = ${code} AND (p.thread_id IS NULL OR p.thread_id = ${threadId})
      AND p.number = (SELECT max(q.number) FROM policy_versions q WHERE q.thread_id IS NOT DISTINCT FROM p.thread_id)
    ORDER BY p.thread_id IS NULL LIMIT 1`;
  if (!reason) throw new Refused("reason-unknown", { details: { field: "code" } });
  return reason;
}
