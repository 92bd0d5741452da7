/** What there is to take along of a thread. */

import { getThread } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { env } from "#lib/env";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { visibleTo } from "#lib/sources/policy";
import type { Viewer } from "#lib/users/viewer";

/**
 * A thread as it is now, with what is known of the sources that it quotes.
 * @throws Missing
 */
export async function getSnapshot(viewer: Viewer, slug: string): Promise<Snapshot> {
  const view = await getThread(viewer, slug);
  const passages = [view.raisedBy, ...view.arguments.flatMap(({ citations }) => citations)];
  const rows = await db().source.findMany({
    where: { slug: { in: [...new Set(passages.map(({ source }) => source.slug))] }, ...visibleTo(viewer) },
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
