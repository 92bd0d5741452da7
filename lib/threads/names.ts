/**
 * What somebody reads beside what another said. In a class's thread that hides names everybody but its teachers reads a
 * pseudonym beside what a pupil said, and times to the minute, since who wrote when tells who wrote. One's own name stays.
 */
import { pool } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";
import en from "#messages/en" with { type: "json" };

export interface Known {
  id: string;
  handle: string;
  name: string;
}

interface Said {
  handle: string;
  name: string;
}

export interface Names {
  /** Whether anybody's is hidden. */
  hidden: boolean;
  /** Under which name a person stands here. */
  of(person: Known): Said;
  /** A moment as ISO 8601, as closely as it may be known. */
  at(moment: Date | string): string;
}

/** As everywhere in public. */
export const NAMES: Names = {
  hidden: false,
  of: ({ handle, name }) => ({ handle, name }),
  at: (moment) => new Date(moment).toISOString(),
};

const MINUTE_MS = 60_000;

/** No handle has a hyphen: what stands in the place of one leads nowhere. */
export const standIn = (name: string): Said => ({
  handle: `as-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
  name,
});

/** Those who are hidden here, each with a pseudonym; null as long as they have none. */
function hiding(pseudonyms: ReadonlyMap<string, string | null>): Names {
  return {
    hidden: true,
    of(person) {
      const name = pseudonyms.get(person.id);
      return name === undefined ? NAMES.of(person) : standIn(name ?? en.names.nobody);
    },
    at: (moment) => new Date(Math.floor(new Date(moment).getTime() / MINUTE_MS) * MINUTE_MS).toISOString(),
  };
}

/** Who is or was a pupil of the class, or bears a pseudonym, in those of the threads that hide names from this reader. */
const HIDDEN = `
  SELECT t.id AS "threadId", m.user_id AS "userId", p.name
  FROM threads t
    LEFT JOIN LATERAL (
      SELECT e.user_id FROM enrolments e WHERE e.class_id = t.class_id AND e.role = 'STUDENT'
      UNION SELECT user_id FROM pseudonyms WHERE thread_id = t.id) m ON m.user_id IS DISTINCT FROM $2
    LEFT JOIN pseudonyms p ON p.thread_id = t.id AND p.user_id = m.user_id
  WHERE t.id = ANY($1) AND t.names = 'PSEUDONYMS' AND NOT EXISTS (
    SELECT FROM enrolments e WHERE e.class_id = t.class_id AND e.user_id = $2 AND e.role = 'TEACHER' AND e.removed_at IS NULL)`;

interface Row {
  threadId: string;
  userId: string | null;
  name: string | null;
}

/** By thread, for somebody by their id, or as any peer reads them. One query. */
export async function namesFor(
  reader: string | null,
  threadIds: readonly string[],
): Promise<(threadId: string) => Names> {
  if (threadIds.length === 0) return () => NAMES;
  const { rows } = await pool().query<Row>(HIDDEN, [[...new Set(threadIds)], reader]);
  const names = new Map(
    [...Map.groupBy(rows, ({ threadId }) => threadId)].map(([threadId, people]) => [
      threadId,
      hiding(new Map(people.flatMap(({ userId, name }) => (userId === null ? [] : [[userId, name] as const])))),
    ]),
  );
  return (threadId) => names.get(threadId) ?? NAMES;
}

/** The same for a viewer: only a pupil is told less, so for everybody else it asks nothing. */
export async function namesIn(viewer: Viewer, threadIds: readonly string[]): Promise<(threadId: string) => Names> {
  return viewer?.attends?.length ? namesFor(viewer.id, threadIds) : () => NAMES;
}

/** As any peer reads them, oneself among the others: for what is kept, and shown to many. */
export const namesAmongPeers = async (threadId: string): Promise<Names> => (await namesFor(null, [threadId]))(threadId);

/** For what somebody takes along: a file is passed on, so one's own name stands in it no more than others'. */
export async function namesToTake(viewer: Viewer, threadId: string): Promise<Names> {
  const names = await namesOf(viewer, threadId);
  return names.hidden ? namesAmongPeers(threadId) : names;
}

/** The same for one thread. */
export const namesOf = async (viewer: Viewer, threadId: string): Promise<Names> =>
  (await namesIn(viewer, [threadId]))(threadId);
