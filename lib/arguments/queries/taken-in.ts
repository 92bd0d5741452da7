/** What was merged into an argument: read there in full, with its author and what it stands on. */
import { argumentView, shownArgument } from "#lib/arguments/shown";
import { stateOf } from "#lib/arguments/state";
import type { ArgumentView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { readTexts } from "#lib/sources/shown";
import { namesOf } from "#lib/threads/names";
import type { Viewer } from "#lib/users/viewer";

/**
 * By number, with what was merged into those in their turn. Words that were withdrawn, removed or hidden since are not
 * among them. One query where there are none.
 */
export async function listTakenIn(viewer: Viewer, into: string): Promise<ArgumentView[]> {
  const ids = await db().$queryRaw<{ id: string }[]>`
    WITH RECURSIVE taken(id) AS (
      SELECT argument_id FROM merges WHERE into_id = ${into} AND undone_at IS NULL
      UNION
      SELECT m.argument_id FROM merges m JOIN taken t ON m.into_id = t.id WHERE m.undone_at IS NULL)
    SELECT id FROM taken`;
  if (ids.length === 0) return [];
  const rows = await db().argument.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: shownArgument(viewer),
    orderBy: { number: "asc" },
  });
  const names = await namesOf(viewer, rows[0]?.threadId ?? "");
  const read = rows.filter((row) => stateOf(row) === "MERGED");
  const texts = await readTexts(
    db(),
    read.flatMap((row) => row.currentRevision.citations.map(({ versionId }) => versionId)),
  );
  return read.map((row) => argumentView(row, texts, names, true));
}
