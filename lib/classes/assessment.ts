/** How pupils' work is judged: a rubric, and what its levels come to. Pure. */
import { z } from "zod";
import { line, prose } from "#lib/text/schema";
import seed from "../../prisma/seed/class.json" with { type: "json" };

const LABEL_MAX = 40;
const DESCRIBED_MAX = 600;
/** More criteria than these nobody keeps in mind while reading, and more levels nobody tells apart. */
export const RUBRIC_MAX = { criteria: 8, levels: 6 };
const LEVELS_MIN = 2;
/** The weights of a rubric add up to this: they are shares. */
export const WHOLE = 100;

const level = z.strictObject({
  points: z.int({ error: "bad-number" }).min(0, { error: "bad-number" }).max(20, { error: "bad-number" }),
  label: line({ max: LABEL_MAX }),
  description: prose({ max: DESCRIBED_MAX }),
});

const criterion = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, { error: "bad-choice" }),
  title: line({ max: LABEL_MAX }),
  weight: z.int({ error: "bad-number" }).min(1, { error: "bad-number" }).max(WHOLE, { error: "bad-number" }),
  asks: line({ max: DESCRIBED_MAX }),
  levels: z.array(level).min(LEVELS_MIN, { error: "rubric-unfit" }).max(RUBRIC_MAX.levels, { error: "rubric-unfit" }),
});

const distinct = (things: readonly unknown[]) => new Set(things).size === things.length;

export const rubricInput = z
  .strictObject({
    criteria: z.array(criterion).min(1, { error: "rubric-unfit" }).max(RUBRIC_MAX.criteria, { error: "rubric-unfit" }),
  })
  .refine(({ criteria }) => distinct(criteria.map(({ key }) => key)), { error: "rubric-unfit" })
  .refine(({ criteria }) => criteria.every(({ levels }) => distinct(levels.map(({ points }) => points))), {
    error: "rubric-unfit",
  })
  .refine(({ criteria }) => criteria.reduce((sum, { weight }) => sum + weight, 0) === WHOLE, { error: "rubric-unfit" });
export type Rubric = z.infer<typeof rubricInput>;

/** Where a teacher gives none. */
export const USUAL_RUBRIC: Rubric = rubricInput.parse({ criteria: seed.assignment.rubric.criteria });

/** Points by the criterion's key. */
export type Levels = Record<string, number>;

/** Whether every level is one that the rubric has; not every criterion need be judged yet. */
export const fits = ({ criteria }: Rubric, levels: Levels): boolean =>
  Object.entries(levels).every(([key, points]) =>
    criteria.find((one) => one.key === key)?.levels.some((one) => one.points === points),
  );

/** What the levels come to, as a share of all that can be reached, from 0 to 100; null until every criterion is judged. */
export function totalOf({ criteria }: Rubric, levels: Levels): number | null {
  let total = 0;
  for (const { key, weight, levels: all } of criteria) {
    const points = levels[key];
    if (points === undefined) return null;
    total += (weight * points) / Math.max(...all.map((one) => one.points));
  }
  return Math.round(total);
}
