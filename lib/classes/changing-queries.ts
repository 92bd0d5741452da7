/** What the pages must know on which an assignment and its rubric are changed. */
import { type Rubric, USUAL_RUBRIC } from "#lib/classes/assessment";
import { valuesOf } from "#lib/classes/assignment-form";
import { type Kept, keptOf } from "#lib/classes/assignment-kept";
import { mayAssign } from "#lib/classes/assignment-policy";
import { roundOf } from "#lib/classes/assignment-reach";
import { reliedOn } from "#lib/classes/assignment-relied";
import { db } from "#lib/db";
import { classesOf, type Viewer } from "#lib/users/viewer";
import { Missing, type Verdict } from "#lib/verdict";

interface Changing {
  class: { slug: string; name: string };
  title: string;
  /** What stands in the form at first. */
  values: Record<string, string>;
  kept: [Kept, Kept?];
  verdict: Verdict;
}

const SHOWN = {
  ...{ id: true, classId: true, title: true, instructions: true, rubric: true },
  class: { select: { slug: true, name: true } },
  rounds: { orderBy: { ordinal: "asc" } },
  _count: { select: { seats: { where: { grade: { isNot: null } } } } },
} as const;

async function findChanged(viewer: Viewer, classSlug: string, slug: string) {
  const where = { slug, class: { slug: classSlug, id: { in: classesOf(viewer) } } };
  const row = await db().assignment.findFirst({ where, select: SHOWN });
  if (!row) throw new Missing();
  return row;
}

/** What is asked and by when, and what of it stays. @throws Missing */
export async function getChanging(viewer: Viewer, classSlug: string, slug: string): Promise<Changing> {
  const { id, classId, rounds: rows, ...row } = await findChanged(viewer, classSlug, slug);
  const relied = await reliedOn(db(), id);
  const rounds = rows.map(roundOf);
  const [first = null, ...second] = rounds.map((round) => keptOf(round, relied));
  return {
    ...{ class: row.class, title: row.title },
    values: valuesOf({ ...row, rounds }),
    kept: [first, ...second.slice(0, 1)] as [Kept, Kept?],
    verdict: mayAssign(viewer, { classId }),
  };
}

/** How it is judged, and how many were judged so. @throws Missing */
export async function getRubric(
  viewer: Viewer,
  classSlug: string,
  slug: string,
): Promise<Pick<Changing, "class" | "title" | "verdict"> & { rubric: Rubric; graded: number }> {
  const { classId, rubric, title, _count, class: room } = await findChanged(viewer, classSlug, slug);
  return {
    ...{ class: room, title, graded: _count.seats },
    rubric: (rubric as Rubric | null) ?? USUAL_RUBRIC,
    verdict: mayAssign(viewer, { classId }),
  };
}
