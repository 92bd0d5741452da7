/** What may still be told of what was once told. */
import { heardByWhom, seenByWhom } from "#lib/users/seen";
import { Prisma } from "../../prisma/generated/client.ts";

/**
 * Of the table `notices` (as `n`, joined with its thread as `t`) what its reader may still know: asked whenever it is
 * shown, counted and sent, because who belonged to a class then may not now, and whoever did it may be blocked: but who that
 * is, nobody finds out by blocking. What became of one's own argument stays true.
 */
export const STILL_TOLD = Prisma.sql`${seenByWhom("n.reader_id")}
  AND (n.kind <> 'WAITING' OR EXISTS (
    SELECT FROM reviews v WHERE v.id = split_part(n.subject_id, ':', 1) AND v.decided_at IS NULL))
  AND (n.kind <> 'RATE_AGAIN' OR EXISTS (SELECT FROM links l WHERE l.id = n.subject_id AND l.ended_at IS NULL))
  AND (n.cause = 'OWN' OR (${heardByWhom("n.reader_id")} AND EXISTS (SELECT FROM visible_arguments v WHERE v.id = n.argument_id)
    AND (t.names = 'PSEUDONYMS' OR NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = n.reader_id AND b.blocked_id = n.actor_id))))`;
