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

/** What belongs to each of the arguments `of`, of all of them at once: asked for one by one, ten thousand take seconds. */
const each = (name: string, { of, row, from, order }: { of: string; row: string; from: string; order: string }) => `
  LEFT JOIN (SELECT ${of} AS id, json_agg(json_build_object(${row}) ORDER BY ${order}) AS rows FROM ${from} GROUP BY ${of}) ${name}
    ON ${name}.id = a.id`;

const all = (name: string) => `coalesce(${name}.rows, '[]') AS ${name}`;

const JUDGE = `'removedBy', CASE WHEN judge.id IS NOT NULL THEN json_build_object('role', judge.role) END`;

/** How many gave each impact. */
const COUNTS = `json_build_array(${[0, 1, 2, 3, 4].map((impact) => `count(*) FILTER (WHERE g.impact = ${impact})`)})`;

const CARDS = `
  SELECT a.id, a.number, a.posted_at AS "postedAt", json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) AS author,
    r.id AS "revisionId", r.created_at AS "revisedAt", r.body IS NOT NULL AS elaborated,
    json_build_object('ordinal', r.ordinal, 'claim', r.claim, 'body', CASE WHEN a.id = ANY($2) THEN r.body END) AS revision,
    answers.first AS "firstAnswer",
    CASE WHEN w.argument_id IS NOT NULL THEN json_build_object('withdrawnAt', w.withdrawn_at, 'reason', w.reason) END AS withdrawal,
    ${["removals", "merges", "splits", "reviews", "marks", "links"].map(all).join(", ")}
  FROM arguments a JOIN users u ON u.id = a.author_id JOIN revisions r ON r.id = a.current_revision_id
  LEFT JOIN withdrawals w ON w.argument_id = a.id
  LEFT JOIN (SELECT parent_id AS id, min(started_at) AS first FROM links WHERE parent_id = ANY($1) GROUP BY parent_id) answers
    ON answers.id = a.id
  ${each("removals", {
    of: "x.argument_id",
    row: `'kind', x.kind, 'removedAt', x.removed_at, 'code', x.code, 'policy', x.policy, 'note', x.note, ${JUDGE}`,
    from: "removals x LEFT JOIN users judge ON judge.id = x.removed_by WHERE x.argument_id = ANY($1) AND x.lifted_at IS NULL",
    order: "x.removed_at",
  })}
  ${each("merges", {
    of: "g.argument_id",
    row: `'mergedAt', g.merged_at, 'note', g.note, 'mergedBy', json_build_object('role', judge.role),
      'into', json_build_object('id', o.id, 'number', o.number)`,
    from: `merges g JOIN users judge ON judge.id = g.merged_by JOIN arguments o ON o.id = g.into_id
      WHERE g.argument_id = ANY($1) AND g.undone_at IS NULL`,
    order: "g.merged_at",
  })}
  ${each("splits", {
    of: "s.argument_id",
    row: `'answeredAt', s.answered_at, 'parts', (SELECT coalesce(json_agg(json_build_object('argument',
      json_build_object('id', o.id, 'number', o.number)) ORDER BY p.ordinal), '[]')
      FROM split_parts p JOIN arguments o ON o.id = p.argument_id WHERE p.split_id = s.id)`,
    from: "splits s WHERE s.argument_id = ANY($1) AND s.taken AND s.undone_at IS NULL",
    order: "s.answered_at",
  })}
  ${each("reviews", {
    of: "argument_id",
    row: "'cause', cause, 'verdict', verdict",
    from: "reviews WHERE argument_id = ANY($1)",
    order: "opened_at",
  })}
  ${each("marks", {
    of: "m.argument_id",
    row: `'kind', m.kind, 'note', m.note, 'markedAt', m.marked_at,
      'markedBy', json_build_object('id', by.id, 'handle', by.handle, 'name', by.name),
      'revision', json_build_object('ordinal', judged.ordinal)`,
    from: `marks m JOIN users by ON by.id = m.marked_by JOIN revisions judged ON judged.id = m.revision_id
      WHERE m.argument_id = ANY($1) AND m.resolved_at IS NULL`,
    order: "m.marked_at",
  })}
  ${each("links", {
    of: "l.child_id",
    row: `'id', l.id, 'child', l.child_id, 'parent', l.parent_id, 'stance', l.stance, 'target', l.target,
      'targetCitation', l.target_citation_id, 'targetLink', l.target_link_id, 'concession', l.concession, 'startedAt', l.started_at,
      'ratings', coalesce(rated.counts, '[0, 0, 0, 0, 0]')`,
    from: `links l LEFT JOIN (
        SELECT g.link_id, ${COUNTS} AS counts
        FROM ratings g JOIN links its ON its.id = g.link_id WHERE its.child_id = ANY($1) GROUP BY g.link_id
      ) rated ON rated.link_id = l.id
      WHERE l.child_id = ANY($1) AND l.ended_at IS NULL`,
    order: "l.started_at, l.id",
  })}
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
