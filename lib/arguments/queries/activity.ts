/** What happened in a thread: acts by whom, on what and when, newest first, from the record. */
import { readBones } from "#lib/arguments/queries/skeleton";
import type { PersonRef, Stance, ThreadTop } from "#lib/arguments/view";
import { pool } from "#lib/db";
import type { Names } from "#lib/threads/names";
import { classesOf, mustPostFirst, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** What is told of a thread. Reviews and ratings are nobody's news. */
export const TOLD = [
  "thread.opened",
  "thread.mode_set",
  "snapshot.taken",
  "source.corrected",
  "argument.posted",
  "argument.revised",
  "argument.withdrawn",
  "argument.removed",
  "argument.hidden",
  "argument.restored",
  "argument.marked",
  "argument.split",
  "argument.rejoined",
  "argument.merged",
  "argument.unmerged",
  "argument.moved",
  "link.started",
  "link.ended",
] as const;

/** Acts of the house: a moderator does them, and it is no matter which one. */
const OF_THE_HOUSE: readonly string[] = [
  "thread.mode_set",
  "argument.removed",
  "argument.hidden",
  "argument.restored",
  "argument.merged",
  "argument.unmerged",
];

export interface Act {
  /** Its number in the thread's record. */
  number: number;
  kind: (typeof TOLD)[number];
  at: string;
  /** null where it is no matter who. */
  by: PersonRef | null;
  /** `claim` is null where it was withdrawn or removed. */
  argument: { id: string; number: number; claim: string | null } | null;
  /** What the argument answers by the act; a null parent is the question. */
  answer: { stance: Stance; parent: { id: string; number: number } | null } | null;
  source: { slug: string; title: string } | null;
  /** The id of a frozen state. */
  snapshot: string | null;
  /** The kind of a mark. */
  mark: string | null;
  /** What the argument was merged into, or taken out of. */
  into: { id: string; number: number } | null;
  /** How posts are let in since. */
  mode: string | null;
}

export interface ActivityView {
  thread: ThreadTop;
  acts: Act[];
  page: number;
  more: boolean;
}

/** As many as one looks through at a time. */
const PAGE = 50;

const letIn = (argument: string) =>
  `NOT EXISTS (SELECT FROM reviews v WHERE v.argument_id = ${argument} AND v.cause = 'MODE' AND v.verdict IS DISTINCT FROM 'APPROVED')`;

/** Words are those of what is visible now; acts on what was never let in, or in answer to it, are left out. */
const ACTS = `
  SELECT e.number, e.kind, e.at, u.id AS "actorId", u.handle, u.name, a.id, a.number AS "argumentNumber", r.claim, l.stance,
    p.id AS "parentId", p.number AS "parentNumber", s.slug, s.title,
    CASE e.kind WHEN 'argument.marked' THEN e.subjects ->> 'code' END AS mark,
    CASE e.kind WHEN 'thread.mode_set' THEN e.subjects ->> 'mode' END AS mode,
    CASE e.kind WHEN 'snapshot.taken' THEN e.subjects ->> 'snapshot' END AS snapshot,
    o.id AS "intoId", o.number AS "intoNumber"
  FROM events e
    LEFT JOIN users u ON u.id = e.actor_id
    LEFT JOIN arguments a ON a.id = e.subjects ->> 'argument'
    LEFT JOIN visible_arguments shown ON shown.id = a.id
    LEFT JOIN revisions r ON r.id = shown.current_revision_id
    LEFT JOIN links l ON l.id = e.subjects ->> 'link'
    LEFT JOIN arguments p ON p.id = l.parent_id
    LEFT JOIN arguments o ON o.id = e.subjects ->> 'into'
    LEFT JOIN sources s ON e.kind = 'source.corrected' AND s.id = e.subjects ->> 'source' AND (s.class_id IS NULL OR s.class_id = ANY($4))
  WHERE e.stream = $1 AND e.kind = ANY($2) AND ${letIn("a.id")} AND ${letIn("p.id")} AND ($5::text IS NULL OR a.id IS NULL OR a.author_id = $5)
  ORDER BY e.number DESC LIMIT ${PAGE + 1} OFFSET $3`;

interface Row {
  number: number;
  kind: Act["kind"];
  at: Date;
  actorId: string | null;
  handle: string | null;
  name: string | null;
  id: string | null;
  argumentNumber: number;
  claim: string | null;
  stance: Stance | null;
  parentId: string | null;
  parentNumber: number;
  intoId: string | null;
  intoNumber: number;
  slug: string | null;
  title: string;
  mark: string | null;
  mode: string | null;
  snapshot: string | null;
}

/** One page of it, from 1. @throws Missing where there is no such page. */
export async function getActivity(viewer: Viewer, slug: string, page = 1): Promise<ActivityView> {
  const { thread, names } = await readBones(viewer, { slug });
  const own = mustPostFirst(viewer, thread.id) ? viewer?.id : null;
  const { rows } = await pool().query<Row>(ACTS, [thread.id, TOLD, (page - 1) * PAGE, classesOf(viewer), own]);
  if (page > 1 && rows.length === 0) throw new Missing();
  return { thread, acts: rows.slice(0, PAGE).map((row) => actOf(row, names)), page, more: rows.length > PAGE };
}

function actOf({ number, kind, at, mark, mode, snapshot, ...row }: Row, names: Names): Act {
  const { actorId, handle, name, id, claim, stance, parentId, intoId, slug, title } = row;
  return {
    number,
    kind,
    at: names.at(at),
    by: actorId && handle && name && !OF_THE_HOUSE.includes(kind) ? names.of({ id: actorId, handle, name }) : null,
    argument: id ? { id, number: row.argumentNumber, claim } : null,
    answer: stance && { stance, parent: parentId ? { id: parentId, number: row.parentNumber } : null },
    source: slug ? { slug, title } : null,
    into: intoId ? { id: intoId, number: row.intoNumber } : null,
    snapshot,
    mark,
    mode,
  };
}
