/** Posting all of a tray that stands on a passage. */
import { readBody } from "#lib/arguments/body";
import { isQuiet } from "#lib/arguments/policy";
import { type Prepared, postMany } from "#lib/arguments/posting-many";
import { readStanding } from "#lib/arguments/standing";
import { db, type Tx, transact } from "#lib/db";
import { recordAll } from "#lib/events/record";
import { decide } from "#lib/maps/importing";
import { listCitedSources, readHere } from "#lib/maps/importing-queries";
import { entersAtOnce, mayImport, maySeeTray } from "#lib/maps/policy";
import { getThreadFacts } from "#lib/maps/thread-facts";
import { asMap, readWaiting, type Waiting } from "#lib/maps/tray-waiting";
import { type Matched, matchQuotations } from "#lib/sources/matching";
import { newId } from "#lib/text/id";
import { type ReachedThread, reachThread } from "#lib/threads/reach";
import type { Person } from "#lib/users/viewer";
import { Missing, must, Refused } from "#lib/verdict";

/** So many hold a thread for two seconds; whoever has more asks again. */
export const AT_ONCE = 500;

export interface PostedAll {
  posted: number;
  /** Of those that wait on: how many stand on passages, too, and could be posted by asking again. */
  more: number;
  /** How many wait on, with those. */
  left: number;
}

/**
 * Posts, as this person's, each claim that waits whose quotation stands in a text here and whose parent is there: those
 * below others with them. What was posted is gone from the tray, so that asking again posts nothing twice.
 * @throws Missing
 * @throws Refused where each must be posted by hand: "tray-by-hand"; where this person may not write here
 */
export async function postAllFromTray(viewer: Person, slug: string): Promise<PostedAll> {
  const known = await getThreadFacts(viewer, slug);
  if (!maySeeTray(viewer, known).ok) throw new Missing();
  const cited = await matched(viewer, known);
  return transact(async (tx, at) => {
    const thread = await reachThread(tx, viewer, { slug }, at);
    if (!maySeeTray(viewer, thread).ok) throw new Missing();
    must(mayImport(viewer, thread));
    const standing = await readStanding(tx, viewer.id, thread.id, at);
    if (!entersAtOnce(viewer, thread, standing)) throw new Refused("tray-by-hand");
    const waiting = await readWaiting(tx, thread.id);
    const { posts, more } = await prepare(tx, thread.id, waiting, cited);
    await postMany(
      tx,
      viewer,
      thread,
      posts.map(({ post }) => post),
      at,
      { quiet: isQuiet(viewer, thread, standing) },
    );
    await takeOut(tx, thread, viewer, posts, at);
    return { posted: posts.length, more, left: waiting.length - posts.length };
  });
}

type Citations = ReadonlyMap<string, (Matched | null)[]>;

/** Where the quotations of all that wait stand, by item; outside of the transaction, since reading texts takes long. */
async function matched(viewer: Person, thread: Awaited<ReturnType<typeof getThreadFacts>>): Promise<Citations> {
  const waiting = await readWaiting(db(), thread.id);
  const quotations = waiting.flatMap((item) => item.quotations);
  const found = await matchQuotations(viewer, quotations, await listCitedSources(db(), thread.id), thread);
  let at = 0;
  return new Map(
    waiting.map(({ id, quotations: own }) => {
      at += own.length;
      return [id, found.slice(at - own.length, at)];
    }),
  );
}

interface Post {
  item: string;
  post: Prepared;
}

async function prepare(
  tx: Tx,
  threadId: string,
  waiting: Waiting[],
  cited: Citations,
): Promise<{ posts: Post[]; more: number }> {
  const { arguments: all } = await readHere(tx, threadId, "");
  const { claims, known } = asMap(waiting);
  const plan = decide({
    map: { claims },
    cited: claims.map(({ id }) => cited.get(id) ?? []),
    here: { arguments: all, known },
    atOnce: true,
    newId,
  });
  const from = new Map(waiting.map(({ id, importedFrom }) => [id, importedFrom]));
  const ready = plan.decided.flatMap(({ claim, fate }): Post[] => {
    const importedFrom = from.get(claim.id);
    if (fate.kind !== "enters" || !importedFrom) return [];
    const { claim: words, body } = claim;
    return [{ item: claim.id, post: { ...fate.entering, claim: words, body: readBody(body), importedFrom } }];
  });
  // What answers others comes after them, so that the first of all stand without the rest.
  return { posts: ready.slice(0, AT_ONCE), more: Math.max(0, ready.length - AT_ONCE) };
}

async function takeOut(tx: Tx, thread: ReachedThread, viewer: Person, posts: Post[], at: Date): Promise<void> {
  const [items, ids] = [posts.map(({ item }) => item), posts.map(({ post }) => post.id)];
  await tx.$executeRaw`
    UPDATE tray_items i SET left_at = ${at}, left_by = ${viewer.id}, argument_id = posted.argument
    FROM unnest(${items}::text[], ${ids}::text[]) AS posted (item, argument) WHERE i.id = posted.item`;
  const happening = {
    stream: thread.id,
    classId: thread.classId,
    kind: "tray.posted",
    actorId: viewer.id,
    at,
  } as const;
  const happenings = posts.map(({ item, post }) => ({ ...happening, subjects: { item, argument: post.id } }));
  await recordAll(tx, happenings, { quiet: true });
}
