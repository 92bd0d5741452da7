/** Whose point somebody can grant: somebody else's, on the other side than their own. */
import type { Tx } from "#lib/db";

/**
 * Whether an argument is on the other side than where this person argued first, what they conceded left out; of
 * somebody who has not argued in the thread yet every argument is. Sides are walked up along the oldest living links.
 */
export async function isAcross(tx: Tx, personId: string, argument: { id: string; threadId: string }): Promise<boolean> {
  const sides = await tx.$queryRaw<{ side: number }[]>`
    WITH RECURSIVE mine AS (
      SELECT a.id FROM arguments a
      WHERE a.thread_id = ${argument.threadId} AND a.author_id = ${personId}
        AND NOT EXISTS (SELECT FROM links l WHERE l.child_id = a.id AND l.concession AND l.ended_at IS NULL)
      ORDER BY a.number LIMIT 1
    ), walk (id, side) AS (
      (SELECT id, 1 FROM mine UNION ALL SELECT ${argument.id}, 1)
      UNION ALL
      SELECT up.parent_id, walk.side * CASE up.stance WHEN 'PRO' THEN 1 ELSE -1 END
      FROM walk CROSS JOIN LATERAL (
        SELECT l.parent_id, l.stance FROM links l
        WHERE l.child_id = walk.id AND l.ended_at IS NULL
        ORDER BY l.started_at, l.id LIMIT 1
      ) AS up
    )
    SELECT side FROM walk WHERE id IS NULL`;
  const [one, other] = sides;
  return one === undefined || other === undefined || one.side !== other.side;
}
