/** From a text that shall take another's place to what it would change. Nothing is stored here. */
import { db } from "#lib/db";
import { anchorAll } from "#lib/sources/anchoring";
import { type CitedBefore, type CitedRow, citedBefore } from "#lib/sources/corrections";
import { extract } from "#lib/sources/extraction/extract";
import { fileNameOf } from "#lib/sources/extraction/file-name";
import { kindOf } from "#lib/sources/extraction/kind";
import { fitText } from "#lib/sources/fit-text";
import { findKnown } from "#lib/sources/known";
import { type ParagraphChange, paragraphChanges } from "#lib/sources/paragraph-changes";
import { mayCorrectSource, mayReadText, visibleTo } from "#lib/sources/policy";
import { TEXT_MAX } from "#lib/sources/schema";
import { codePointLength } from "#lib/text/code-points";
import { seenBy } from "#lib/users/seen";
import type { Person, Viewer } from "#lib/users/viewer";
import { Missing, must, Refused, type Verdict } from "#lib/verdict";

export interface Correcting {
  slug: string;
  title: string;
  /** The newest version, and its text where this viewer may correct it. */
  number: number;
  text: string;
  verdict: Verdict;
}

/**
 * A source as the form to correct it needs it.
 * @throws Missing
 */
export async function getCorrecting(viewer: Viewer, slug: string): Promise<Correcting> {
  const { title, newest, ...source } = await reach(viewer, slug);
  const verdict = mayCorrectSource(viewer, source);
  const readable = verdict.ok && mayReadText(viewer, source);
  return { slug, title, number: newest.number, text: readable ? newest.text : "", verdict };
}

/** What a correction would do, in the shape in which a correction that was stored is shown. */
export interface Previewed {
  text: string;
  /** The number of the version that it corrects. */
  after: number;
  changes: ParagraphChange[];
  citations: CitedBefore[];
}

interface Had {
  text?: string;
  /** Where there is one, its words count. */
  file?: { name: string; bytes: () => Promise<Uint8Array> };
}

/**
 * What a text would change if it were stored as the newest version, and what would become of each citation.
 * @throws Missing; Refused "same-text" where it would change nothing, and whatever `correctSource` refuses
 */
export async function previewCorrection(viewer: Person, slug: string, had: Had): Promise<Previewed> {
  const { newest, ...source } = await reach(viewer, slug);
  must(mayCorrectSource(viewer, source));
  const { text, sha256 } = fitText(had.file ? await wordsOf(had.file, viewer.id) : (had.text ?? ""));
  if (codePointLength(text) > TEXT_MAX) throw new Refused("too-long", { details: { field: "text" } });
  if (sha256 === newest.sha256) throw new Refused("same-text");
  const known = await findKnown(db(), sha256, { except: source.id, classId: source.classId });
  if (known) throw new Refused("source-exists", { values: { slug: known }, details: { source: known } });
  const changes = paragraphChanges(newest.text.split("\n\n"), text.split("\n\n"));
  return { text, after: newest.number, changes, citations: await citedThen(viewer, source.id, text) };
}

async function reach(viewer: Viewer, slug: string) {
  const row = await db().source.findFirst({
    where: { slug, ...visibleTo(viewer) },
    select: {
      id: true,
      title: true,
      rights: true,
      classId: true,
      broughtById: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, text: true, sha256: true } },
    },
  });
  const newest = row?.versions[0];
  if (!row || !newest) throw new Missing();
  const { versions: _, ...source } = row;
  return { ...source, newest };
}

async function wordsOf({ name, bytes }: NonNullable<Had["file"]>, whose: string): Promise<string> {
  const kind = kindOf(fileNameOf(name) ?? "");
  const { paragraphs } = await extract({ bytes: await bytes(), kind }, { whose });
  return paragraphs.join("\n\n");
}

interface Standing extends Omit<CitedRow, "state" | "start" | "end" | "confirmed"> {
  versionId: string;
  start: number;
  end: number;
}

/** What would become of the words that visible arguments stand on and of those that raised a thread. */
async function citedThen(viewer: Viewer, sourceId: string, text: string): Promise<CitedBefore[]> {
  const rows = await db().$queryRaw<Standing[]>`
    SELECT a.id, a.number, t.slug AS thread, v.number AS version, v.id AS "versionId", p.quote, p.start_at AS start, p.end_at AS "end"
    FROM source_versions v
      JOIN passages p ON p.version_id = v.id
      JOIN spans s ON s.passage_id = p.id
      JOIN citations c ON c.id = s.citation_id
      JOIN visible_arguments a ON a.current_revision_id = c.revision_id
      JOIN threads t ON t.id = a.thread_id
    WHERE v.source_id = ${sourceId} AND ${seenBy(viewer, "t.class_id")}
    UNION ALL
    SELECT NULL, NULL, t.slug, v.number, v.id, p.quote, p.start_at, p.end_at
    FROM threads t JOIN passages p ON p.id = t.raised_by JOIN source_versions v ON v.id = p.version_id
    WHERE v.source_id = ${sourceId} AND ${seenBy(viewer, "t.class_id")}`;
  const anchored = await anchorAll(
    db(),
    text,
    rows.map(({ versionId, start, end, ...whose }) => ({ versionId, start, end, whose: { ...whose, at: start } })),
  );
  return anchored
    .map(({ whose: { at, ...row }, anchor }) => ({ at, cited: citedBefore(row, anchor, text) }))
    .sort((a, b) => ORDER[a.cited.state] - ORDER[b.cited.state] || a.at - b.at)
    .map(({ cited }) => cited);
}

/** What needs somebody first. */
const ORDER = { ORPHANED: 0, MOVED: 1, VERBATIM: 2 };
