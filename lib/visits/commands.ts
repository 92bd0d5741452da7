/** Having seen. */
import { db } from "#lib/db";
import { refusalOf } from "#lib/refusal";
import { visibleTo } from "#lib/threads/policy";
import type { Person } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { type Seeing, SINGLY_MAX } from "#lib/visits/schema";

/**
 * Keeps how far somebody has read a thread. What was seen stays seen, in whatever order two windows say so, and nobody
 * has seen what has not happened yet. It is one statement and no event: what a person reads is nobody else's business.
 * @throws Missing
 */
export async function keepSeen(viewer: Person, { thread: slug, seen, singly }: Seeing): Promise<void> {
  const thread = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { id: true } });
  if (!thread) throw new Missing();
  await db().$executeRaw`
    WITH latest AS (SELECT coalesce(max(number), 0) AS number FROM events WHERE stream = ${thread.id}),
    said AS (SELECT least(${seen}, number) AS seen, number AS latest FROM latest)
    INSERT INTO visits (person_id, thread_id, seen, singly)
      SELECT ${viewer.id}, ${thread.id}, said.seen, ARRAY(SELECT DISTINCT one FROM unnest(${singly}::int[]) AS one
        WHERE one > said.seen AND one <= said.latest ORDER BY one) FROM said
    ON CONFLICT (person_id, thread_id) DO UPDATE SET
      seen = greatest(visits.seen, excluded.seen),
      singly = ARRAY(SELECT DISTINCT one FROM unnest(visits.singly || excluded.singly) AS one
        WHERE one > greatest(visits.seen, excluded.seen) ORDER BY one LIMIT ${SINGLY_MAX}),
      at = now()`.catch((error: unknown) => {
    throw refusalOf(error) ?? error;
  });
}
