/** What stands on the words of one version: cited from it, or placed in it by an anchor. */
import { db } from "#lib/db";
import type { Doubt } from "#lib/sources/view";
import type { Paragraph } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";
import { heardBy, seenBy } from "#lib/users/seen";
import type { Viewer } from "#lib/users/viewer";

/** A passage that visible arguments stand on, and which. */
export interface CitedPassage {
  start: number;
  end: number;
  quote: string;
  paragraph: number;
  pro: number;
  con: number;
  /** What a moderator ruled on these words, wherever they were used. */
  ruled?: Doubt[];
  arguments: {
    id: string;
    number: number;
    claim: string;
    stance: "PRO" | "CON";
    thread: { id: string; slug: string };
    /** What became of the words since they were cited, where they are not unchanged. */
    state?: "MOVED" | "ORPHANED";
    confirmed?: true;
  }[];
}

interface CitedRow {
  start: number;
  end: number;
  id: string;
  number: number;
  claim: string;
  stance: "PRO" | "CON";
  threadId: string;
  slug: string;
  state: "VERBATIM" | "MOVED" | "ORPHANED";
  confirmed: boolean;
  ruled: { kind: Doubt["kind"]; argument: string }[] | null;
}

/** One row for each use of this version's words, cited from it or placed in it by an anchor, by the current revision of a visible argument of a thread that this viewer may see. */
export async function citedPassages(
  viewer: Viewer,
  versionId: string,
  paragraphs: Paragraph[],
): Promise<CitedPassage[]> {
  const rows = await db().$queryRaw<CitedRow[]>`
    SELECT w.start_at AS start, w.end_at AS "end", a.id, a.number, r.claim, t.id AS "threadId", t.slug,
      coalesce(w.state, 'VERBATIM')::text AS state, w.confirmed_at IS NOT NULL AS confirmed,
      (SELECT json_agg(json_build_object('kind', h.kind, 'argument', h.argument_id) ORDER BY h.ruled_at)
        FROM ruled_passages x JOIN challenges h ON h.id = x.challenge_id
          JOIN arguments ruled_in ON ruled_in.id = h.argument_id
          JOIN threads there ON there.id = ruled_in.thread_id AND (there.class_id IS NULL OR there.class_id = t.class_id)
        WHERE x.passage_id = w.passage_id) AS ruled,
      (SELECT l.stance::text FROM links l WHERE l.child_id = a.id AND l.ended_at IS NULL ORDER BY l.started_at, l.id LIMIT 1) AS stance
    FROM (
        SELECT s.citation_id, p.id AS passage_id, p.start_at, p.end_at, n.state, n.confirmed_at
        FROM passages p JOIN spans s ON s.passage_id = p.id
          LEFT JOIN LATERAL (
            SELECT state, confirmed_at FROM anchors n JOIN source_versions v ON v.id = n.version_id
            WHERE n.citation_id = s.citation_id AND n.ordinal = s.ordinal ORDER BY v.number DESC LIMIT 1) n ON true
        WHERE p.version_id = ${versionId}
        UNION ALL SELECT n.citation_id, s.passage_id, n.start_at, n.end_at, n.state, n.confirmed_at
        FROM anchors n JOIN spans s ON s.citation_id = n.citation_id AND s.ordinal = n.ordinal
        WHERE n.version_id = ${versionId} AND n.start_at IS NOT NULL
      ) w
      JOIN citations c ON c.id = w.citation_id
      JOIN revisions r ON r.id = c.revision_id
      JOIN visible_arguments a ON a.current_revision_id = r.id
      JOIN threads t ON t.id = a.thread_id
    WHERE ${seenBy(viewer, "t.class_id")} AND ${heardBy(viewer)}
    ORDER BY w.start_at, w.end_at, t.slug, a.number`;
  const byPlace = Map.groupBy(rows, ({ start, end }) => `${start}-${end}`);
  let at = 0;
  return [...byPlace.values()].map((uses) => {
    const { start, end } = uses[0] as CitedRow;
    while ((paragraphs[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const { text = "", number = 1, start: from = 0 } = paragraphs[at] ?? {};
    return {
      start,
      end,
      quote: sliceCodePoints(text, start - from, end - from),
      paragraph: number,
      pro: uses.filter(({ stance }) => stance === "PRO").length,
      con: uses.filter(({ stance }) => stance === "CON").length,
      ...ruledOn(uses),
      arguments: uses.map(({ id, number, claim, stance, threadId, slug, state, confirmed }) => ({
        id,
        number,
        claim,
        stance,
        thread: { id: threadId, slug },
        ...(state !== "VERBATIM" && { state }),
        ...(confirmed && { confirmed }),
      })),
    };
  });
}

/** Each kind once. */
function ruledOn(uses: readonly CitedRow[]): Pick<CitedPassage, "ruled"> {
  const all = uses.flatMap(({ ruled }) => ruled ?? []);
  const ruled = all.filter(({ kind }, i) => all.findIndex((one) => one.kind === kind) === i);
  return ruled.length === 0 ? {} : { ruled: ruled.map((one) => ({ ...one, ruled: true })) };
}

/** How many visible arguments stand on words of older versions that this one has no more. */
export async function countLost(viewer: Viewer, versionId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ lost: number }[]>`
    SELECT count(DISTINCT a.id)::int AS lost
    FROM anchors n
      JOIN citations c ON c.id = n.citation_id
      JOIN visible_arguments a ON a.current_revision_id = c.revision_id
      JOIN threads t ON t.id = a.thread_id
    WHERE n.version_id = ${versionId} AND n.state = 'ORPHANED' AND ${seenBy(viewer, "t.class_id")} AND ${heardBy(viewer)}`;
  return row?.lost ?? 0;
}
