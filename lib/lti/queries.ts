/** What is known of platforms, and what a course's teacher can choose from. */
import { db, type Tx } from "#lib/db";
import { mayRegister } from "#lib/lti/policy";
import type { Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";

/** Whose pages may frame ours, for the front's headers. */
export async function platformOrigins(): Promise<string[]> {
  const rows = await db().ltiPlatform.findMany({ where: { retiredAt: null }, select: { origins: true } });
  return [...new Set(rows.flatMap(({ origins }) => origins))].sort();
}

export interface PlatformView {
  name: string;
  issuer: string;
  clientId: string;
  deployments: string[];
  origins: string[];
  retired: boolean;
}

/** For whoever runs the forum. */
export async function listPlatforms(): Promise<PlatformView[]> {
  const rows = await db().ltiPlatform.findMany({
    orderBy: { registeredAt: "asc" },
    select: {
      ...{ name: true, issuer: true, clientId: true, origins: true, retiredAt: true },
      deployments: { select: { deployment: true }, orderBy: { deployment: "asc" } },
    },
  });
  return rows.map(({ deployments, retiredAt, ...row }) => ({
    ...row,
    deployments: deployments.map(({ deployment }) => deployment),
    retired: retiredAt !== null,
  }));
}

const ACTS = ["platform.registered", "platform.retired", "platform.key_made"] as const;

/** What somebody did to a platform, or to the key that all of them know us by. */
export interface PlatformAct {
  number: number;
  kind: "registered" | "retired" | "key_made";
  /** What the platform is called; null for what concerns all. */
  platform: string | null;
  /** Null: whoever runs the server, by the command. */
  by: string | null;
  at: string;
}

/** As many as anybody reads; the record has them all. */
const ACTS_MAX = 50;

/** The platforms, and who did what to them, for who runs the forum. @throws Missing for everybody else */
export async function getPlatforms(viewer: Viewer): Promise<{ platforms: PlatformView[]; acts: PlatformAct[] }> {
  if (!mayRegister(viewer).ok) throw new Missing();
  const [platforms, rows] = await Promise.all([
    listPlatforms(),
    db().$queryRaw<(Omit<PlatformAct, "kind" | "at"> & { kind: string; at: Date })[]>`
      SELECT e.number, e.kind, p.name AS platform, u.name AS by, e.at
      FROM events e LEFT JOIN lti_platforms p ON p.id = e.subjects ->> 'platform' LEFT JOIN users u ON u.id = e.actor_id
      WHERE e.stream = 'site' AND e.kind = ANY(${[...ACTS]}) ORDER BY e.number DESC LIMIT ${ACTS_MAX}`,
  ]);
  const acts = rows.map(({ kind, at, ...row }) => ({
    ...row,
    kind: kind.slice("platform.".length) as PlatformAct["kind"],
    at: at.toISOString(),
  }));
  return { platforms, acts };
}

export interface Choosable {
  /** `t/…` for a thread, `a/…` for an assignment, both by their slugs. */
  value: string;
  kind: "thread" | "assignment";
  title: string;
}

/** As many as a page shows; who has more of them chooses in the newest. */
const CHOOSABLE_MAX = 100;

/** A class's assignments and threads, the newest first. */
export async function listChoosable(tx: Tx, classId: string): Promise<Choosable[]> {
  const assignments = await tx.assignment.findMany({
    where: { classId },
    orderBy: { setAt: "desc" },
    take: CHOOSABLE_MAX,
    select: { slug: true, title: true },
  });
  const threads = await tx.thread.findMany({
    where: { classId },
    orderBy: { openedAt: "desc" },
    take: CHOOSABLE_MAX,
    select: { slug: true, question: true },
  });
  return [
    ...assignments.map(({ slug, title }) => ({ value: `a/${slug}`, kind: "assignment" as const, title })),
    ...threads.map(({ slug, question }) => ({ value: `t/${slug}`, kind: "thread" as const, title: question })),
  ];
}
