/** What there is to take along of a thread. */

import { getThread, type Naming } from "#lib/arguments/queries/threads";
import type { ThreadView } from "#lib/arguments/view";
import { db } from "#lib/db";
import { env } from "#lib/env";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { asItStood, type Told } from "#lib/maps/stood";
import { inOrder } from "#lib/sources/bibliography";
import type { CslItem } from "#lib/sources/csl";
import { visibleTo } from "#lib/sources/policy";
import { referenceTo } from "#lib/sources/reference";
import { namesToTake } from "#lib/threads/names";
import { visibleTo as threadsFor } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/**
 * A thread as it is now, or as it stood at a moment, with what is known of the sources that it quotes.
 * @throws Missing
 */
export async function getSnapshot(
  viewer: Viewer,
  slug: string,
  naming: Naming = namesToTake,
  stoodAt?: Date,
): Promise<Snapshot> {
  const today = await getThread(viewer, slug, naming);
  const view = stoodAt ? await asItStood(today, viewer, stoodAt, naming) : today;
  const rows = await db().source.findMany({
    where: { slug: { in: quotedIn(view) }, ...visibleTo(viewer) },
    select: {
      slug: true,
      title: true,
      kind: true,
      rights: true,
      outlet: true,
      byline: true,
      publishedOn: true,
      url: true,
      versions: { select: { number: true, sha256: true } },
    },
  });
  const sources = rows.map(({ url, publishedOn, ...row }) => ({
    ...row,
    address: url,
    publishedOn: publishedOn?.toISOString().slice(0, 10) ?? null,
  }));
  return snapshotOf(view, sources, { appUrl: env().APP_URL, exportedAt: new Date().toISOString() });
}

/** How many arguments were ever posted in a thread: at least as many as can be seen of it. @throws Missing */
export async function countArguments(viewer: Viewer, slug: string): Promise<number> {
  const row = await db().thread.findFirst({ where: { slug, ...threadsFor(viewer) }, select: { nextNumber: true } });
  if (!row) throw new Missing();
  return row.nextNumber - 1;
}

/** The slugs of the sources that a thread's question or a visible argument of it quotes. */
function quotedIn({ raisedBy, arguments: all }: Told): string[] {
  const passages = [raisedBy, ...all.flatMap(({ citations }) => citations)];
  return [...new Set(passages.map(({ source }) => source.slug))];
}

/** A source's id, which tags pages, and what a list of works says of it. */
export interface Reference {
  id: string;
  work: CslItem;
}

/** The sources that a thread quotes, in the order of a list of works. */
export async function listReferences(viewer: Viewer, thread: ThreadView): Promise<Reference[]> {
  const rows = await db().source.findMany({
    where: { slug: { in: quotedIn(thread) }, ...visibleTo(viewer) },
    select: { id: true, slug: true, kind: true, csl: true, broughtAt: true },
  });
  const references = rows.map((row) => ({ id: row.id, work: referenceTo(row, env().APP_URL) }));
  return inOrder(references, ({ work }) => work);
}
