/** What a class has of one person, for its teachers to take along or to hand out. */
import { LISTED, LISTING, listedIn } from "#lib/classes/listed";
import { db, pool } from "#lib/db";
import { PERSONAL, SAID } from "#lib/users/personal";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

const THREADS = "SELECT id FROM threads WHERE class_id = $2";
const IN_THREAD = `thread_id IN (${THREADS})`;
const ON_ARGUMENT = `argument_id IN (SELECT id FROM arguments WHERE ${IN_THREAD})`;
const IN_CLASS = "class_id = $2";
const IN_ASSIGNMENT = `assignment_id IN (SELECT id FROM assignments WHERE ${IN_CLASS})`;
const IN_ROUND = `round_id IN (SELECT id FROM live_rounds WHERE ${IN_CLASS})`;

/**
 * Which rows of each table that names a person are the class's; null where none is. What lets somebody in, what they
 * read, follow, rate and report is nobody else's business, whoever teaches them.
 */
export const OF_CLASS: Readonly<Record<string, string | null>> = {
  anchors: null,
  api_tokens: null,
  arguments: IN_THREAD,
  assignments: IN_CLASS,
  blocks: null,
  bookmarks: null,
  brought_again: null,
  challenges: ON_ARGUMENT,
  class_notices: null,
  classes: "id = $2",
  credentials: null,
  enrolments: IN_CLASS,
  events: IN_CLASS,
  flags: null,
  grade_notes: IN_ASSIGNMENT,
  grade_releases: IN_ASSIGNMENT,
  grades: IN_ASSIGNMENT,
  invitations: null,
  join_codes: IN_CLASS,
  links: IN_THREAD,
  live_round_acts: IN_ROUND,
  live_rounds: IN_CLASS,
  login_cards: null,
  lti_platforms: null,
  lti_subjects: null,
  lti_tickets: null,
  made_accounts: IN_CLASS,
  map_imports: IN_THREAD,
  marks: ON_ARGUMENT,
  merges: IN_THREAD,
  notice_settings: null,
  notices: null,
  peer_askings: IN_ASSIGNMENT,
  peer_feedback: IN_ASSIGNMENT,
  policy_versions: null,
  pseudonyms: IN_THREAD,
  ratings: null,
  redactions: null,
  removals: ON_ARGUMENT,
  reviews: ON_ARGUMENT,
  round_notes: IN_ROUND,
  sanctions: null,
  seats: IN_CLASS,
  sent_links: null,
  sessions: null,
  snapshots: IN_THREAD,
  source_versions: null,
  sources: IN_CLASS,
  splits: ON_ARGUMENT,
  submission_keys: null,
  thread_moderators: IN_THREAD,
  threads: IN_CLASS,
  tray_items: IN_THREAD,
  visits: null,
  watches: null,
  withdrawals: ON_ARGUMENT,
  wordings: ON_ARGUMENT,
};

interface PupilData {
  format: "grounds-pupil-data";
  version: 1;
  madeAt: string;
  person: { handle: string; name: string; class: string };
  [part: string]: unknown;
}

/**
 * By one who teaches the class. Read at once: what one pupil writes in a class is far below a megabyte.
 * @throws Missing for everybody else, and for whom the class does not know
 */
export async function getPupilData(viewer: Viewer, slug: string, handle: string): Promise<PupilData> {
  const row = await db().enrolment.findFirst({
    where: {
      class: { slug, enrolments: { some: { userId: viewer?.id ?? "", role: "TEACHER", removedAt: null } } },
      ...{ role: "STUDENT", user: { handle, erasedAt: null } },
    },
    select: {
      userId: true,
      classId: true,
      class: { select: LISTING },
      user: { select: { handle: true, ...LISTED } },
    },
  });
  if (!row) throw new Missing();
  const { userId, classId, user, class: room } = row;
  const own = PERSONAL.flatMap(({ table, by, shown }) => {
    const scope = OF_CLASS[table];
    return shown === null || !scope
      ? []
      : [{ part: `${table}.${by}`, sql: `SELECT ${shown} FROM ${table} WHERE ${by} = $1 AND ${scope}` }];
  });
  const said = Object.entries(SAID).map(([part, sql]) => ({
    part,
    sql: sql.replace("a.author_id = $1", `a.author_id = $1 AND a.thread_id IN (${THREADS})`),
  }));
  const data: PupilData = {
    ...{ format: "grounds-pupil-data", version: 1, madeAt: new Date().toISOString() },
    person: { handle: user.handle, name: listedIn(room, user), class: slug },
  };
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const { part, sql } of [...own, ...said]) data[part] = (await client.query(sql, [userId, classId])).rows;
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
  return data;
}
