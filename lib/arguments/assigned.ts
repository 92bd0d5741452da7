/** For which side somebody argues who was set to argue one, and what that means for what they are about to post. */
import type { Stance } from "#lib/arguments/view";
import type { Tx } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";

/** `strict`: what is said for the other side is refused; else it stands and does not count. */
export interface AssignedSide {
  side: Stance;
  strict: boolean;
}

/** In this thread at this moment; in the second round the sides are switched. Null for most people, at no cost. */
export async function assignedSide(
  tx: Tx,
  viewer: Viewer,
  thread: { id: string },
  at: Date,
): Promise<AssignedSide | null> {
  if (!viewer?.attends?.length) return null;
  const [row] = await tx.$queryRaw<(AssignedSide & { switched: boolean })[]>`
    SELECT s.side::text AS side, a.strict AND t.class_id = a.class_id AS strict,
      EXISTS (SELECT FROM assignment_rounds r WHERE r.assignment_id = a.id AND r.ordinal = 2 AND r.opens_at <= ${at}) AS switched
    FROM seats s JOIN assignments a ON a.id = s.assignment_id JOIN threads t ON t.id = s.thread_id
    WHERE s.thread_id = ${thread.id} AND s.user_id = ${viewer.id} AND s.side IS NOT NULL AND a.class_id = ANY(${[...viewer.attends]})
    ORDER BY a.set_at DESC LIMIT 1`;
  if (!row) return null;
  const { side, strict, switched } = row;
  return { side: switched ? other(side) : side, strict: strict === true };
}

const other = (side: Stance): Stance => (side === "PRO" ? "CON" : "PRO");

/** On which side something stands that answers `parent` (null: the question) so, walked up along the oldest living links. */
export async function sideOfAnswer(
  tx: Tx,
  { parent, stance }: { parent: string | null; stance: Stance },
): Promise<Stance> {
  if (parent === null) return stance;
  const [row] = await tx.$queryRaw<{ side: number }[]>`
    WITH RECURSIVE walk (id, side) AS (
      SELECT ${parent}, 1
      UNION ALL
      SELECT up.parent_id, walk.side * CASE up.stance WHEN 'PRO' THEN 1 ELSE -1 END
      FROM walk CROSS JOIN LATERAL (
        SELECT l.parent_id, l.stance FROM links l
        WHERE l.child_id = walk.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1
      ) AS up
    )
    SELECT side FROM walk WHERE id IS NULL`;
  return (row?.side ?? 1) === 1 ? stance : other(stance);
}
