/**
 * Submission keys: a retry after a lost answer stores nothing twice. The key's row is written in the transaction of
 * the act, so that it exists exactly where the act does.
 */
import { createHash } from "node:crypto";
import type { Tx } from "#lib/db";
import type { Person } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

export const requestHash = (request: unknown): string =>
  createHash("sha256").update(JSON.stringify(request)).digest("hex");

/**
 * The answer that was given to this key, or null.
 * @throws Refused "submission-key-reused" where the key came with other content.
 */
export async function answerOf<Answer>(tx: Tx, author: Person, key: string, hash: string): Promise<Answer | null> {
  const row = await tx.submissionKey.findUnique({ where: { authorId_key: { authorId: author.id, key } } });
  if (!row) return null;
  if (row.requestHash !== hash) throw new Refused("submission-key-reused", { ground: "conflict" });
  return row.answer as Answer;
}

export async function keepAnswer(
  tx: Tx,
  author: Person,
  key: string,
  hash: string,
  answer: object,
  at: Date,
): Promise<void> {
  await tx.submissionKey.create({
    data: { authorId: author.id, key, requestHash: hash, answer: { ...answer }, createdAt: at },
  });
}
