/** What a thread of its own would come of a file, before anybody says yes to it. Nothing is stored here. */

import { readStanding } from "#lib/arguments/standing";
import { db, type Tx } from "#lib/db";
import { decide } from "#lib/maps/importing";
import { readHere } from "#lib/maps/importing-queries";
import { entersAtOnce, mayImport } from "#lib/maps/policy";
import { type Looked, type MapFile, type ProposedImport, proposalOf, readIn } from "#lib/maps/proposing";
import { getThreadFacts } from "#lib/maps/thread-facts";
import { matchQuotations } from "#lib/sources/matching";
import { newId } from "#lib/text/id";
import { OPENED_AS } from "#lib/threads/mode";
import { mayOpenThread, visibleTo } from "#lib/threads/policy";
import { type OpenThread, openThreadInput } from "#lib/threads/schema";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** A thread opened from a file belongs to no class. */
const EVERYBODYS = { classId: null };

/**
 * @throws Refused where this person may open no thread, "map-opens-nothing" where the file does not say what raised its
 * question, "map-question-unfound" where that stands in no text here, and whatever is wrong with the file
 */
export async function lookAtThread(viewer: Person, file: MapFile): Promise<Looked & { input: OpenThread }> {
  must(mayOpenThread(viewer));
  const looked = await readIn(viewer, file, EVERYBODYS, async () => []);
  const { opening } = looked.map;
  if (!opening) throw new Refused("map-opens-nothing");
  const [raised] = await matchQuotations(viewer, [opening.raisedBy], [], EVERYBODYS);
  const span = raised?.spans[0];
  if (!raised || !span || raised.spans.length > 1) throw new Refused("map-question-unfound");
  const { quote, start, end } = span;
  const raisedBy = { source: raised.slug, version: raised.version, quote, start, end };
  const { data: input } = openThreadInput.safeParse({ ...opening, raisedBy });
  if (!input) throw new Refused("map-opens-nothing");
  return { ...looked, input };
}

/** The thread that this person opened from this file: it was opened and brought in one moment. */
export async function openedBefore(
  tx: Pick<Tx, "mapImport">,
  viewer: Person,
  fileSha256: string,
): Promise<{ slug: string; question: string } | null> {
  const rows = await tx.mapImport.findMany({
    where: { fileSha256, importedById: viewer.id, thread: { openedById: viewer.id, ...visibleTo(viewer) } },
    select: { importedAt: true, thread: { select: { slug: true, question: true, openedAt: true } } },
  });
  const first = rows.find(({ importedAt, thread }) => thread.openedAt.getTime() === importedAt.getTime());
  return first ? { slug: first.thread.slug, question: first.thread.question } : null;
}

/** @throws Refused, as opening it would */
export async function proposeThread(viewer: Person, file: MapFile): Promise<ProposedImport> {
  const looked = await lookAtThread(viewer, file);
  const opened = await openedBefore(db(), viewer, looked.fileSha256);
  // A thread that is only thought of has no id, and nobody has said anything there.
  const thread = opened
    ? await getThreadFacts(viewer, opened.slug)
    : { id: "", openedById: viewer.id, mode: OPENED_AS, firstPosts: 0, slowSeconds: 0 };
  if (opened) must(mayImport(viewer, thread));
  const atOnce = entersAtOnce(viewer, thread, await readStanding(db(), viewer.id, thread.id, new Date()));
  const here = await readHere(db(), thread.id, looked.fileSha256);
  const proposal = proposalOf(looked, decide({ map: looked.map, cited: looked.cited, here, atOnce, newId }));
  return { ...proposal, opened };
}
