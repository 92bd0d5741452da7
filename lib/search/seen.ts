/** Who may find what, as conditions on an entry `e`: the rules of the rooms whose things they are, asked at every search. */
import { heardBy, seenBy as ofClass } from "#lib/users/seen";
import { isModerator, type Viewer } from "#lib/users/viewer";
import { Prisma } from "../../prisma/generated/client.ts";

const { sql } = Prisma;

export type EntryKind = "ARGUMENT" | "THREAD" | "SOURCE" | "PASSAGE" | "PARAGRAPH";

/** What a class owns is found by its members alone; what is withdrawn, removed or waits, by nobody. */
export function seenBy(viewer: Viewer): Record<EntryKind, Prisma.Sql> {
  const mayRead = isModerator(viewer)
    ? sql`TRUE`
    : sql`(s.rights = 'OPEN' OR (s.rights = 'CLASS' AND s.class_id IS NOT NULL) OR s.brought_by = ${viewer?.id ?? null}::text)`;
  const [thread, source] = [ofClass(viewer, "t.class_id"), ofClass(viewer, "s.class_id")];
  return {
    ARGUMENT: sql`EXISTS (SELECT FROM visible_arguments a JOIN threads t ON t.id = a.thread_id
      WHERE a.id = e.argument_id AND ${thread} AND ${heardBy(viewer)})`,
    THREAD: sql`EXISTS (SELECT FROM threads t WHERE t.id = e.thread_id AND ${thread})`,
    SOURCE: sql`EXISTS (SELECT FROM sources s WHERE s.id = e.source_id AND ${source})`,
    // The whole text; its cited words are found through what stands on them.
    PARAGRAPH: sql`EXISTS (SELECT FROM sources s WHERE s.id = e.source_id AND ${source} AND ${mayRead})`,
    PASSAGE: sql`EXISTS (SELECT FROM spans s JOIN citations c ON c.id = s.citation_id
      JOIN visible_arguments a ON a.current_revision_id = c.revision_id JOIN threads t ON t.id = a.thread_id
      WHERE s.passage_id = e.passage_id AND ${thread} AND ${heardBy(viewer)})`,
  };
}

/** Of an argument's entry, whether this viewer may know who said it: a thread that hides names tells its teachers. */
export function authorKnown(viewer: Viewer): Prisma.Sql {
  if (!viewer?.attends?.length) return sql`TRUE`;
  return sql`(e.author_id = ${viewer.id} OR NOT EXISTS (SELECT FROM threads t
    WHERE t.id = e.thread_id AND t.names = 'PSEUDONYMS' AND t.class_id = ANY(${[...viewer.attends]}::text[])))`;
}

/** The same for an entry of whatever kind. */
export function seenEntry(viewer: Viewer): Prisma.Sql {
  const seen = seenBy(viewer);
  return sql`CASE e.kind WHEN 'ARGUMENT' THEN ${seen.ARGUMENT} WHEN 'THREAD' THEN ${seen.THREAD}
    WHEN 'SOURCE' THEN ${seen.SOURCE} WHEN 'PARAGRAPH' THEN ${seen.PARAGRAPH} ELSE ${seen.PASSAGE} END`;
}
