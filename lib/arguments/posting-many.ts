/**
 * Writes many arguments at once, as `postArgument` writes one: every check and trigger of the database
 * looks at each row. The caller holds the thread's lock and has judged what is posted; who answers what is given by ids
 * that are made before, each argument after those that it answers.
 */
import type { Body } from "#lib/arguments/body";
import { revisionHash } from "#lib/arguments/revision";
import type { Stance, Target } from "#lib/arguments/view";
import { insertRows, type Tx } from "#lib/db";
import { recordAll } from "#lib/events/record";
import { keepNewestAnchors } from "#lib/sources/anchoring";
import { type Cited, keepPassages } from "#lib/sources/citing";
import { newId } from "#lib/text/id";
import type { ReachedThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";

/** What an argument shall answer, null for the question. */
export interface PreparedLink {
  id: string;
  parentId: string | null;
  parentRevisionId: string | null;
  stance: Stance;
  target: Target;
  targetCitationId: string | null;
  targetLinkId: string | null;
  concession?: boolean;
}

/** What is prepared of an argument, with the ids of all its parts. */
export interface Prepared {
  id: string;
  revisionId: string;
  claim: string;
  body: Body;
  cited: Cited[];
  /** One for each of `cited`. */
  citationIds: string[];
  /** One or more; the first is its home. */
  links: PreparedLink[];
  importedFrom?: Record<string, string>;
  /** Whose it is, where it is not who writes it here. */
  authorId?: string;
}

/** So many are written and checked in half a second on a small machine. */
const PORTION = 250;

interface Manner {
  /** Whether a moderator is asked to read each, as where one person's posts are told of only then. */
  quiet: boolean;
  /** Hears after each portion how many are there; by throwing it ends it all. */
  told?: (count: number) => void;
}

/** Nobody is told of them one by one: whoever follows a thread would get thousands of letters. */
export async function postMany(
  tx: Tx,
  author: Person,
  thread: ReachedThread,
  posts: readonly Prepared[],
  at: Date,
  { quiet, told }: Manner,
): Promise<void> {
  if (posts.length === 0) return;
  // Tables without statistics suggest to read all of them for each row that is checked.
  await tx.$executeRaw`SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS name`;
  const nextNumber = thread.nextNumber + posts.length;
  await tx.thread.update({ where: { id: thread.id }, data: { nextNumber }, select: { id: true } });
  const cited = posts.flatMap((post) => post.cited);
  const passageId = await keepPassages(tx, cited, at);
  for (let from = 0; from < posts.length; from += PORTION) {
    const portion = { author, thread, posts: posts.slice(from, from + PORTION), at };
    await writePortion(tx, portion, thread.nextNumber + from, passageId);
    await recordPortion(tx, portion, quiet);
    // What is looked at once all of it stands is looked at now, so that it does not come all at the end.
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
    told?.(Math.min(posts.length, from + PORTION));
  }
  const older = cited.filter(({ isNewest }) => !isNewest).map(({ sourceId }) => sourceId);
  await keepNewestAnchors(tx, new Set(older), at);
}

interface Portion {
  author: Person;
  thread: ReachedThread;
  posts: readonly Prepared[];
  at: Date;
}

/** Rows as the tables have them, those before others that these refer to. */
async function writePortion(
  tx: Tx,
  { author, thread, posts, at }: Portion,
  firstNumber: number,
  passageId: Awaited<ReturnType<typeof keepPassages>>,
): Promise<void> {
  await insertRows(
    tx,
    "arguments",
    posts.map(({ id, revisionId, importedFrom, authorId = author.id }, i) => ({
      ...{ id, thread_id: thread.id, number: firstNumber + i, author_id: authorId },
      ...{ current_revision_id: revisionId, imported_from: importedFrom ?? null, posted_at: at },
    })),
  );
  await insertRows(
    tx,
    "revisions",
    posts.map(({ id, revisionId, claim, body, cited }) => ({
      ...{ id: revisionId, argument_id: id, ordinal: 1, occasion: "FIRST", claim },
      ...{ body: body.document, body_text: body.text, body_schema: body.schema },
      ...{ hash: revisionHash({ claim, body, cited }), created_at: at },
    })),
  );
  const citations = posts.flatMap(({ revisionId, cited, citationIds }) =>
    cited.map(({ versionId, spans }, ordinal) => ({ id: citationIds[ordinal], revisionId, ordinal, versionId, spans })),
  );
  await insertRows(
    tx,
    "citations",
    citations.map(({ id, revisionId, ordinal, versionId }) => {
      return { id, revision_id: revisionId, ordinal, version_id: versionId };
    }),
  );
  await insertRows(
    tx,
    "spans",
    citations.flatMap(({ id, versionId, spans }) =>
      spans.map((span, ordinal) => {
        return { citation_id: id, ordinal, version_id: versionId, passage_id: passageId(versionId, span) };
      }),
    ),
  );
  await insertRows(
    tx,
    "links",
    posts.flatMap(({ id, links, authorId = author.id }) =>
      links.map(({ id: linkId, parentId, stance, target, concession = false, ...link }, i) => ({
        ...{ id: linkId, thread_id: thread.id, child_id: id, parent_id: parentId, stance, target, concession },
        question_id: parentId === null ? thread.id : null,
        answered_revision_id: link.parentRevisionId,
        ...{ target_citation_id: link.targetCitationId, target_link_id: link.targetLinkId, author_id: authorId },
        // The home is the oldest.
        started_at: new Date(at.getTime() + i),
      })),
    ),
  );
}

async function recordPortion(tx: Tx, { author, thread, posts, at }: Portion, quiet: boolean): Promise<void> {
  const happening = { stream: thread.id, classId: thread.classId, actorId: author.id, at };
  const happenings = posts.flatMap(({ id, revisionId, cited, links: [home, ...further] }) => [
    {
      ...happening,
      kind: "argument.posted" as const,
      subjects: {
        ...{ argument: id, revision: revisionId, link: home?.id ?? "" },
        sources: [...new Set(cited.map(({ sourceId }) => sourceId))],
      },
    },
    ...further.map((link) => ({
      ...happening,
      kind: "link.started" as const,
      subjects: { link: link.id, argument: id },
    })),
  ]);
  await recordAll(tx, happenings, { quiet: true });
  if (!quiet) return;
  const reviews = posts.map(({ id, revisionId }) => ({ id: newId(), argument: id, revisionId }));
  await insertRows(
    tx,
    "reviews",
    reviews.map(({ id, argument, revisionId }) => {
      return { id, argument_id: argument, revision_id: revisionId, cause: "QUIET", opened_at: at };
    }),
  );
  await recordAll(
    tx,
    reviews.map(({ id, argument }) => ({
      ...happening,
      kind: "review.opened" as const,
      subjects: { argument, review: id },
    })),
    { quiet: true },
  );
}
