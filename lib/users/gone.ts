/** Whom a learning platform may not bring again: of whoever was erased a mark stays, which says nothing to who reads it. */
import { createHmac } from "node:crypto";
import type { Tx } from "#lib/db";
import { env } from "#lib/env";

/** Keyed, since a platform's names for people are short and could be tried one after the other. */
const markOf = (platformId: string, sub: string): string =>
  createHmac("sha256", `gone ${env().SECRET}`)
    .update(JSON.stringify([platformId, sub]))
    .digest("base64url");

/** Before what a platform calls somebody is deleted. `bySelf`: they go themselves, and may come again themselves. */
export async function keepAway(tx: Tx, userId: string, bySelf: boolean, at: Date): Promise<void> {
  const rows = await tx.ltiSubject.findMany({ where: { userId }, select: { platformId: true, sub: true } });
  const data = rows.map(({ platformId, sub }) => ({ platformId, mark: markOf(platformId, sub), bySelf, goneAt: at }));
  await tx.ltiGone.createMany({ data, skipDuplicates: true });
}

/** Those of a platform's people whom its roster does not bring. */
export async function goneAmong(tx: Tx, platformId: string, subs: readonly string[]): Promise<ReadonlySet<string>> {
  const marks = new Map(subs.map((sub) => [markOf(platformId, sub), sub]));
  const rows = await tx.ltiGone.findMany({
    where: { platformId, mark: { in: [...marks.keys()] } },
    select: { mark: true },
  });
  return new Set(rows.map(({ mark }) => marks.get(mark) as string));
}

/** Lets somebody come again who went themselves and now comes themselves; whether they may come. */
export async function mayComeAgain(tx: Tx, platformId: string, sub: string): Promise<boolean> {
  const mark = markOf(platformId, sub);
  await tx.ltiGone.deleteMany({ where: { platformId, mark, bySelf: true } });
  return (await tx.ltiGone.count({ where: { platformId, mark } })) === 0;
}
