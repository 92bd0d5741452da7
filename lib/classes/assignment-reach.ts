/** An assignment as its verbs need it: reached through the classes of the viewer, and locked. */
import type { Requirements, Round } from "#lib/classes/assignment";
import type { Tx } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import type { Prisma } from "../../prisma/generated/client.ts";
import type { AssignmentSides, LatePosts } from "../../prisma/generated/enums.ts";

export interface ReachedAssignment {
  id: string;
  slug: string;
  classId: string;
  sides: AssignmentSides;
  strict: boolean;
  postFirst: number;
  late: LatePosts;
  snapshots: boolean;
  setById: string;
  rounds: Round[];
  /** A group's each, in order. */
  threads: { id: string; slug: string; classId: string | null }[];
}

const REACHED = {
  id: true,
  slug: true,
  classId: true,
  sides: true,
  strict: true,
  postFirst: true,
  late: true,
  snapshots: true,
  setById: true,
  rounds: { orderBy: { ordinal: "asc" } },
  threads: { select: { thread: { select: { id: true, slug: true, classId: true } } }, orderBy: { ordinal: "asc" } },
} as const satisfies Prisma.AssignmentSelect;

type RoundRow = Requirements & { ordinal: number; opensAt: Date; dueAt: Date };

export const roundOf = ({ ordinal, opensAt, dueAt, ...rest }: RoundRow): Round => {
  const { arguments: said, passages, articles, answers, met, concessions } = rest;
  const requires = { arguments: said, passages, articles, answers, met, concessions };
  return { ordinal, opensAt: opensAt.getTime(), dueAt: dueAt.getTime(), requires };
};

/** @throws Missing where there is none, or none in a class of this viewer. */
export async function reachAssignment(
  tx: Tx,
  viewer: Viewer,
  classSlug: string,
  slug: string,
): Promise<ReachedAssignment> {
  const row = await tx.assignment.findFirst({
    where: { slug, class: { slug: classSlug, id: { in: classesOf(viewer) } } },
    select: { id: true },
  });
  if (!row) throw new Missing();
  return reachAssignmentById(tx, row.id);
}

/** For what happens by the clock. @throws Missing */
export async function reachAssignmentById(tx: Tx, id: string): Promise<ReachedAssignment> {
  await tx.$queryRaw`SELECT FROM assignments WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.assignment.findUnique({ where: { id }, select: REACHED });
  if (!row) throw new Missing();
  return { ...row, rounds: row.rounds.map(roundOf), threads: row.threads.map(({ thread }) => thread) };
}
