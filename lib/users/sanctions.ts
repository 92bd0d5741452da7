/** What of sanctions lets in and keeps out: who may act as admin, and who may not sign in. */
import type { Tx } from "#lib/db";
import { momentOf } from "#lib/users/policy";
import { Refused } from "#lib/verdict";

/**
 * The admins who can act, by id: neither gone, nor silenced, nor suspended. Their rows are locked first, so that of two
 * who dismiss each other at once the second finds the first's decision.
 */
export async function lockActingAdmins(tx: Tx): Promise<string[]> {
  await tx.$queryRaw`SELECT id FROM users WHERE role = 'ADMIN' AND erased_at IS NULL ORDER BY id FOR UPDATE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'ADMIN' AND erased_at IS NULL
      AND NOT is_sanctioned(id, 'SUSPEND') AND NOT is_sanctioned(id, 'SILENCE')`;
  return rows.map(({ id }) => id);
}

/** @throws Refused `suspended`, with why and until when, where this person may not sign in. */
export async function refuseSuspended(tx: Tx, personId: string): Promise<void> {
  const [sanction] = await tx.$queryRaw<{ why: string; until: Date | null }[]>`
    SELECT r.sentence AS why, n.until_at AS until FROM sanctions n JOIN reasons r ON r.policy = n.policy AND r.code = n.code
    WHERE n.user_id = ${personId} AND n.kind = 'SUSPEND' AND n.lifted_at IS NULL AND (n.until_at IS NULL OR n.until_at > now())
    ORDER BY n.until_at DESC NULLS FIRST LIMIT 1`;
  if (!sanction) return;
  const until = momentOf(sanction.until?.toISOString() ?? null);
  throw new Refused("suspended", { ground: "forbidden", values: { why: sanction.why, until } });
}
