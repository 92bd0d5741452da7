/** What stands already near an argument that somebody is writing: on the same words, or saying nearly the same. */
import { PERSON } from "#lib/arguments/shown";
import { JUDGED, stateOf } from "#lib/arguments/state";
import type { PersonRef, Stance } from "#lib/arguments/view";
import { db } from "#lib/db";
import type { Cited } from "#lib/sources/citing";
import { visibleTo } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";

export interface NearArgument {
  id: string;
  number: number;
  claim: string;
  author: PersonRef;
  stance: Stance;
  /** Whether its claim says nearly the same. */
  saying: boolean;
  /** Whether it stands on some of the same words. */
  words: boolean;
  /** Whether it answers the same, on the same side. */
  same: boolean;
}

export interface Writing {
  claim: string;
  /** The argument that is answered; without it, the question. */
  parent?: string;
  stance?: Stance;
  /** The citations that may stand so far. */
  found: readonly Cited[];
}

/**
 * The share of three-letter groups that two claims have in common. Among the 1,864 pairs of arguments that share a
 * thread of the demonstration debate the nearest two come to 0.45 and say different things; a claim put in other
 * words, with its nouns kept, comes to between 0.55 and 0.8.
 */
const NEARLY = 0.5;
/** As many as somebody looks at while writing; the texts to argue from stand below them. */
const SHOWN = 4;

const NEAR = {
  id: true,
  number: true,
  author: PERSON,
  ...JUDGED,
  currentRevision: { select: { claim: true } },
  links: {
    where: { endedAt: null },
    select: { parentId: true, stance: true },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  },
} as const satisfies Prisma.ArgumentSelect;

/**
 * The thread's visible arguments that are near: those that answer the same on the same side first, then those that
 * say nearly the same, then by number.
 * @throws Missing
 */
export async function listNearby(viewer: Viewer, slug: string, writing: Writing): Promise<NearArgument[]> {
  const thread = await db().thread.findFirst({ where: { slug, ...visibleTo(viewer) }, select: { id: true } });
  if (!thread) throw new Missing();
  const ways = await waysNear(thread.id, writing);
  const rows = await db().argument.findMany({ where: { id: { in: [...ways.keys()] } }, select: NEAR });
  const parent = writing.parent ?? null;
  return rows
    .filter((row) => stateOf(row) === "VISIBLE")
    .map(({ id, number, author, currentRevision: { claim }, links }) => {
      const same = links.find((link) => link.parentId === parent && link.stance === writing.stance);
      const stance = (same ?? links[0])?.stance ?? "PRO";
      const { saying, words } = ways.get(id) ?? { saying: false, words: false };
      return { id, number, claim, author, stance, saying, words, same: same !== undefined };
    })
    .sort((a, b) => +b.same - +a.same || +b.saying - +a.saying || a.number - b.number)
    .slice(0, SHOWN);
}

interface Ways {
  saying: boolean;
  words: boolean;
}

/** By the current revisions, visible or not: their claims, and their spans that overlap the found ones of a version. */
async function waysNear(threadId: string, { claim, found }: Writing): Promise<Map<string, Ways>> {
  const spans = found.flatMap(({ versionId, spans }) => spans.map(({ start, end }) => ({ versionId, start, end })));
  const [versions, starts, ends] = [spans.map((s) => s.versionId), spans.map((s) => s.start), spans.map((s) => s.end)];
  const rows = await db().$queryRaw<({ id: string } & Ways)[]>`
    SELECT * FROM (
      SELECT a.id, similarity(r.claim, ${claim}) >= ${NEARLY} AS saying, EXISTS (
        SELECT FROM unnest(${versions}::text[], ${starts}::int[], ${ends}::int[]) AS found (version, start_at, end_at)
        JOIN passages p ON p.version_id = version AND p.start_at < found.end_at AND p.end_at > found.start_at
        JOIN spans s ON s.passage_id = p.id JOIN citations c ON c.id = s.citation_id
        WHERE c.revision_id = r.id
      ) AS words
      FROM arguments a JOIN revisions r ON r.id = a.current_revision_id
      WHERE a.thread_id = ${threadId}
    ) AS near WHERE saying OR words`;
  return new Map(rows.map(({ id, ...ways }) => [id, ways]));
}
