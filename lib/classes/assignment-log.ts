/** What was said in the threads of assignments, as it is counted. One query each for arguments and links. */
import type { Log, Said, Step } from "#lib/classes/assignment-progress";
import { pool } from "#lib/db";

/** The rule of `lib/arguments/state.ts`, with what waits, which its author is told of. */
const SAID = `
  SELECT a.id, a.number, a.thread_id AS "threadId", a.author_id AS "authorId", extract(epoch FROM a.posted_at)::float8 * 1000 AS at,
    a.imported_from IS NOT NULL AS brought,
    CASE WHEN m.kind = 'REMOVED' THEN 'REMOVED' WHEN w.argument_id IS NOT NULL THEN 'WITHDRAWN'
      WHEN m.kind = 'HIDDEN' THEN 'HIDDEN'
      WHEN EXISTS (SELECT FROM merges g WHERE g.argument_id = a.id AND g.undone_at IS NULL) THEN 'MERGED'
      WHEN EXISTS (SELECT FROM splits x WHERE x.argument_id = a.id AND x.taken AND x.undone_at IS NULL) THEN 'SPLIT'
      WHEN EXISTS (SELECT FROM reviews v WHERE v.argument_id = a.id AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')
        THEN 'PENDING' ELSE 'VISIBLE' END AS state,
    EXISTS (SELECT FROM marks k WHERE k.revision_id = a.current_revision_id AND k.resolved_at IS NULL
      AND k.kind IN ('UNSUPPORTED', 'PASSAGE_DOES_NOT_SUPPORT')) AS unsupported,
    ARRAY(SELECT DISTINCT s.slug FROM citations c JOIN source_versions v ON v.id = c.version_id JOIN sources s ON s.id = v.source_id
      WHERE c.revision_id = a.current_revision_id ORDER BY s.slug) AS sources,
    ARRAY(SELECT DISTINCT v.source_id || ' ' || p.start_at || ' ' || p.end_at FROM citations c JOIN spans n ON n.citation_id = c.id
      JOIN passages p ON p.id = n.passage_id JOIN source_versions v ON v.id = p.version_id
      WHERE c.revision_id = a.current_revision_id) AS passages
  FROM arguments a
    LEFT JOIN removals m ON m.argument_id = a.id AND m.lifted_at IS NULL
    LEFT JOIN withdrawals w ON w.argument_id = a.id
  WHERE a.thread_id = ANY($1) ORDER BY a.thread_id, a.number`;

const STEPS = `
  SELECT id, child_id AS child, parent_id AS parent, stance, concession, extract(epoch FROM started_at)::float8 * 1000 AS "startedAt"
  FROM links WHERE thread_id = ANY($1) AND ended_at IS NULL`;

export async function readLog(threadIds: readonly string[]): Promise<Log> {
  const [said, steps] = await Promise.all([
    pool().query<Said>(SAID, [threadIds]),
    pool().query<Step>(STEPS, [threadIds]),
  ]);
  return { said: said.rows, steps: steps.rows };
}
