/**
 * Writes many arguments at once, as `postArgument` writes one: every check and trigger of the database
 * looks at each row. The caller holds the thread's lock and has judged what is posted; who answers what is given by ids
 * that are made before, each argument after those that it answers.
 */
import type { Body } from "#lib/arguments/body";
import { revisionHash } from "#lib/arguments/revision";
import type { Stance, Target } from "#lib/arguments/view";
import type { Tx } from "#lib/db";
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

/** A statement has 65,535 values at most, and a link fifteen. */
const AT_A_TIME = 1_000;

/** Writes rows by portions. */
async function inParts<Row>(rows: Row[], write: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_A_TIME) await write(rows.slice(at, at + AT_A_TIME));
}

/**
 * Nobody is told of them one by one: whoever follows a thread would get thousands of letters. `quiet` asks a moderator to
 * read each, as where one person's posts are told of only then.
 */
export async function postMany(
  tx: Tx,
  author: Person,
  thread: ReachedThread,
  posts: readonly Prepared[],
  at: Date,
  { quiet }: { quiet: boolean },
): Promise<void> {
  if (posts.length === 0) return;
  // Tables without statistics suggest to read all of them for each row that is checked.
  await tx.$executeRaw`SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS name`;
  const nextNumber = thread.nextNumber + posts.length;
  await tx.thread.update({ where: { id: thread.id }, data: { nextNumber }, select: { id: true } });
  await inParts(
    posts.map(({ id, revisionId, importedFrom, authorId = author.id }, i) => ({
      id,
      threadId: thread.id,
      number: thread.nextNumber + i,
      authorId,
      currentRevisionId: revisionId,
      ...(importedFrom && { importedFrom }),
      postedAt: at,
    })),
    (data) => tx.argument.createMany({ data }),
  );
  await inParts(
    posts.map(({ id, revisionId, claim, body, cited }) => ({
      id: revisionId,
      argumentId: id,
      ordinal: 1,
      occasion: "FIRST" as const,
      claim,
      ...(body.document && { body: body.document }),
      bodyText: body.text,
      bodySchema: body.schema,
      hash: revisionHash({ claim, body, cited }),
      createdAt: at,
    })),
    (data) => tx.revision.createMany({ data }),
  );
  await citeMany(tx, posts, at);
  await inParts(
    posts.flatMap(({ id: childId, links, authorId = author.id }) =>
      links.map(({ parentRevisionId, ...link }, i) => ({
        ...link,
        threadId: thread.id,
        childId,
        questionId: link.parentId === null ? thread.id : null,
        answeredRevisionId: parentRevisionId,
        authorId,
        // The home is the oldest.
        startedAt: new Date(at.getTime() + i),
      })),
    ),
    (data) => tx.link.createMany({ data }),
  );
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
  await inParts(happenings, (part) => recordAll(tx, part, { quiet: true }));
  if (!quiet) return;
  const reviews = posts.map((post) => ({
    id: newId(),
    argumentId: post.id,
    revisionId: post.revisionId,
    cause: "QUIET" as const,
    openedAt: at,
  }));
  await inParts(reviews, (data) => tx.review.createMany({ data }));
  await inParts(
    reviews.map(({ id, argumentId }) => ({
      ...happening,
      kind: "review.opened" as const,
      subjects: { argument: argumentId, review: id },
    })),
    (part) => recordAll(tx, part, { quiet: true }),
  );
}

async function citeMany(tx: Tx, posts: readonly Prepared[], at: Date): Promise<void> {
  const all = posts.flatMap(({ cited }) => cited);
  const passageId = await keepPassages(tx, all, at);
  const citations = posts.flatMap(({ revisionId, cited, citationIds }) =>
    cited.map(({ versionId, spans }, ordinal) => ({
      row: { id: citationIds[ordinal] ?? "", revisionId, ordinal, versionId },
      spans,
    })),
  );
  await inParts(
    citations.map(({ row }) => row),
    (data) => tx.citation.createMany({ data }),
  );
  await inParts(
    citations.flatMap(({ row: { id, versionId }, spans }) =>
      spans.map((span, ordinal) => ({ citationId: id, ordinal, versionId, passageId: passageId(versionId, span) })),
    ),
    (data) => tx.span.createMany({ data }),
  );
  const older = all.filter(({ isNewest }) => !isNewest).map(({ sourceId }) => sourceId);
  await keepNewestAnchors(tx, new Set(older), at);
}
