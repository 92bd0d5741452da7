/** What is known of platforms, and what a course's teacher can choose from. */
import { db, type Tx } from "#lib/db";

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
