/** The words of those arguments that a screen shows, and what they answer. */
import { argumentWith, type SaidArgument } from "#lib/arguments/shown";
import { isLetIn, stateOf } from "#lib/arguments/state";
import type { ArgumentView, RatedLinkView } from "#lib/arguments/view";
import { pool } from "#lib/db";
import { readCitations } from "#lib/sources/cited";
import type { CitationView } from "#lib/sources/view";
import type { Names } from "#lib/threads/names";

type Said = SaidArgument<CitationView>;

/** Moments inside JSON are text. */
type InJson<Row> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] };

interface CardRow extends Pick<Said, "id" | "number" | "postedAt" | "author" | "reviews"> {
  revisionId: string;
  revision: Omit<Said["currentRevision"], "citations" | "createdAt">;
  revisedAt: Date;
  elaborated: boolean;
  firstAnswer: Date | null;
  withdrawal: InJson<NonNullable<Said["withdrawal"]>> | null;
  removals: InJson<Said["removals"][number]>[];
  merges: InJson<Said["merges"][number]>[];
  splits: (Omit<Said["splits"][number], "answeredAt"> & { answeredAt: string })[];
  marks: InJson<Said["marks"][number]>[];
  links: (Omit<RatedLinkView, "startedAt"> & { startedAt: string })[];
}

const each = (row: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${row}) ORDER BY ${order}), '[]') FROM ${from})`;

const CARDS = `
  SELECT a.id, a.number, a.posted_at AS "postedAt", json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) AS author,
    r.id AS "revisionId", r.created_at AS "revisedAt", r.body IS NOT NULL AS elaborated,
    json_build_object('ordinal', r.ordinal, 'claim', r.claim, 'body', CASE WHEN a.id = ANY($2) THEN r.body END) AS revision,
    (SELECT min(l.started_at) FROM links l WHERE l.parent_id = a.id) AS "firstAnswer",
    (SELECT json_build_object('withdrawnAt', withdrawn_at, 'reason', reason) FROM withdrawals WHERE argument_id = a.id) AS withdrawal,
    ${each(
      `'kind', x.kind, 'removedAt', x.removed_at, 'code', x.code, 'policy', x.policy, 'note', x.note,
       'removedBy', CASE WHEN judge.id IS NOT NULL THEN json_build_object('role', judge.role) END`,
      "removals x LEFT JOIN users judge ON judge.id = x.removed_by WHERE x.argument_id = a.id AND x.lifted_at IS NULL",
      "x.removed_at",
    )} AS removals,
    ${each(
      `'mergedAt', g.merged_at, 'note', g.note, 'mergedBy', json_build_object('role', judge.role),
       'into', json_build_object('id', o.id, 'number', o.number)`,
      "merges g JOIN users judge ON judge.id = g.merged_by JOIN arguments o ON o.id = g.into_id WHERE g.argument_id = a.id AND g.undone_at IS NULL",
      "g.merged_at",
    )} AS merges,
    ${each(
      `'answeredAt', s.answered_at, 'parts', (SELECT coalesce(json_agg(json_build_object('argument',
         json_build_object('id', o.id, 'number', o.number)) ORDER BY p.ordinal), '[]')
         FROM split_parts p JOIN arguments o ON o.id = p.argument_id WHERE p.split_id = s.id)`,
      "splits s WHERE s.argument_id = a.id AND s.taken AND s.undone_at IS NULL",
      "s.answered_at",
    )} AS splits,
    ${each("'cause', cause, 'verdict', verdict", "reviews WHERE argument_id = a.id", "opened_at")} AS reviews,
    ${each(
      `'kind', m.kind, 'note', m.note, 'markedAt', m.marked_at, 'markedBy', json_build_object('id', by.id, 'handle', by.handle, 'name', by.name),
       'revision', json_build_object('ordinal', judged.ordinal)`,
      "marks m JOIN users by ON by.id = m.marked_by JOIN revisions judged ON judged.id = m.revision_id WHERE m.argument_id = a.id AND m.resolved_at IS NULL",
      "m.marked_at",
    )} AS marks,
    ${each(
      `'id', id, 'child', child_id, 'parent', parent_id, 'stance', stance, 'target', target, 'targetCitation', target_citation_id,
       'targetLink', target_link_id, 'concession', concession, 'startedAt', started_at,
       'ratings', (SELECT json_agg((SELECT count(*) FROM ratings g WHERE g.link_id = links.id AND g.impact = step) ORDER BY step)
         FROM generate_series(0, 4) AS step)`,
      "links WHERE child_id = a.id AND ended_at IS NULL",
      "started_at, id",
    )} AS links
  FROM arguments a JOIN users u ON u.id = a.author_id JOIN revisions r ON r.id = a.current_revision_id
  WHERE a.id = ANY($1)`;

export interface Cards {
  argument(id: string): (ArgumentView & { elaborated: boolean }) | undefined;
  link(id: string): RatedLinkView | undefined;
  /** Living links from these arguments. */
  links: readonly RatedLinkView[];
}

interface Wanted {
  /** Arguments with their claims. */
  ids: readonly string[];
  /** Those among them whose citations are shown. */
  quoted: readonly string[];
  /** Those that are shown with their elaborations; of all others it is only told whether they have one. */
  whole?: readonly string[];
  /** Those of the thread, for whoever reads. */
  names: Names;
}

/** Two queries, however many cards. What waits for a review is not among them. */
export async function readCards({ ids, quoted, whole = [], names }: Wanted): Promise<Cards> {
  const [{ rows }, citations] = await Promise.all([pool().query<CardRow>(CARDS, [ids, whole]), readCitations(quoted)]);
  const shown = rows.filter(isLetIn);
  const views = new Map(
    shown.map((row) => [
      row.id,
      {
        ...argumentWith(said(row, citations.get(row.revisionId) ?? []), (one) => one, names),
        elaborated: row.elaborated && stateOf(row) === "VISIBLE",
      },
    ]),
  );
  const links = new Map(
    shown.flatMap((row) => row.links.map((link) => [link.id, { ...link, startedAt: names.at(link.startedAt) }])),
  );
  return { argument: (id) => views.get(id), link: (id) => links.get(id), links: [...links.values()] };
}

function said(row: CardRow, citations: CitationView[]): Said {
  const { revision, revisedAt, firstAnswer, withdrawal, removals, merges, splits, marks } = row;
  return {
    ...row,
    currentRevision: { ...revision, createdAt: revisedAt, citations },
    answers: firstAnswer ? [{ startedAt: firstAnswer }] : [],
    withdrawal: withdrawal && { ...withdrawal, withdrawnAt: new Date(withdrawal.withdrawnAt) },
    removals: removals.map((removal) => ({ ...removal, removedAt: new Date(removal.removedAt) })),
    merges: merges.map((merge) => ({ ...merge, mergedAt: new Date(merge.mergedAt) })),
    splits: splits.map((split) => ({ ...split, answeredAt: new Date(split.answeredAt) })),
    marks: marks.map((mark) => ({ ...mark, markedAt: new Date(mark.markedAt) })),
  };
}
