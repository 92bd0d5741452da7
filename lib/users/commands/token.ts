/** Bearer tokens of the HTTP API. */
import { randomBytes } from "node:crypto";
import { type Tx, transact } from "#lib/db";
import { record } from "#lib/events/record";
import { newId } from "#lib/text/id";
import { mayMakeToken } from "#lib/users/policy";
import { hashOf } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { Missing, must } from "#lib/verdict";

/** So that whoever finds one knows what it opens, and a scanner of published code too. */
const PREFIX = "gr_";

/** A new token, which is shown this once; only its hash is kept. */
export async function makeToken(viewer: Person, name: string): Promise<{ id: string; token: string }> {
  const token = PREFIX + randomBytes(32).toString("base64url");
  return transact(async (tx, at) => {
    const held = await tx.apiToken.count({ where: { userId: viewer.id, revokedAt: null } });
    must(mayMakeToken(held));
    const id = newId();
    await tx.apiToken.create({ data: { id, userId: viewer.id, name, hash: hashOf(token), createdAt: at } });
    await record(tx, { stream: "site", kind: "token.made", actorId: viewer.id, subjects: { token: id }, at });
    return { id, token };
  });
}

/** Ends one of one's own tokens. Revoking a revoked one changes nothing. */
export async function revokeToken(viewer: Person, id: string): Promise<void> {
  await transact(async (tx, at) => {
    await reachToken(tx, viewer, id);
    const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
    if (count === 0) return;
    await record(tx, { stream: "site", kind: "token.revoked", actorId: viewer.id, subjects: { token: id }, at });
  });
}

/** Ends all of a person's tokens: whoever had got into the account may have made one. */
export async function revokeAll(tx: Tx, userId: string, at: Date): Promise<void> {
  const ended = await tx.apiToken.updateManyAndReturn({
    where: { userId, revokedAt: null },
    data: { revokedAt: at },
    select: { id: true },
  });
  for (const { id } of ended)
    await record(tx, { stream: "site", kind: "token.revoked", actorId: userId, subjects: { token: id }, at });
}

async function reachToken(tx: Tx, viewer: Person, id: string): Promise<void> {
  if (!(await tx.apiToken.count({ where: { id, userId: viewer.id } }))) throw new Missing();
}
