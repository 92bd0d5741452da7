/** What pupils are called before their peers, where a thread of a class hides names: given at the first act, by chance, for good. */
import { randomInt } from "node:crypto";
import type { Tx } from "#lib/db";
import en from "#messages/en" with { type: "json" };

/** Neither a name that somebody may bear nor one that says anything of anybody. */
const NOUNS: readonly string[] = en.names.nouns.split(" ");

interface Act {
  stream: string;
  classId?: string | null;
  actorId: string | null;
}

/**
 * Gives a name to each pupil who acts in such a thread, or stands in it by somebody else's act, and has none yet. The
 * caller holds the thread's lock. One query where an act is a class's, none where it is public.
 */
export async function givePseudonyms(tx: Tx, acts: readonly Act[]): Promise<void> {
  const ofClasses = acts.filter(({ classId, stream }) => classId && stream !== "site");
  if (ofClasses.length === 0) return;
  const nameless = await tx.$queryRaw<{ threadId: string; userId: string; taken: string[] }[]>`
    SELECT t.id AS "threadId", e.user_id AS "userId", ARRAY(SELECT name FROM pseudonyms p WHERE p.thread_id = t.id) AS taken
    FROM threads t JOIN enrolments e ON e.class_id = t.class_id AND e.role = 'STUDENT'
    WHERE t.id = ANY(${[...new Set(ofClasses.map(({ stream }) => stream))]}) AND t.names = 'PSEUDONYMS'
      AND (e.user_id = ANY(${ofClasses.flatMap(({ actorId }) => actorId ?? [])})
        OR EXISTS (SELECT FROM arguments a WHERE a.thread_id = t.id AND a.author_id = e.user_id))
      AND NOT EXISTS (SELECT FROM pseudonyms p WHERE p.thread_id = t.id AND p.user_id = e.user_id)`;
  for (const group of Map.groupBy(nameless, ({ threadId }) => threadId).values()) {
    const taken = new Set(group[0]?.taken);
    const data = group.map(({ threadId, userId }) => {
      const name = draw(taken);
      taken.add(name);
      return { threadId, userId, name };
    });
    await tx.pseudonym.createMany({ data, skipDuplicates: true });
  }
}

/** One that is not taken; where all are, each comes again with a number. */
function draw(taken: ReadonlySet<string>): string {
  for (let round = 1; ; round++) {
    const free = NOUNS.map((noun) => (round === 1 ? noun : `${noun} ${round}`)).filter((name) => !taken.has(name));
    if (free.length > 0) return free[randomInt(free.length)] as string;
  }
}
