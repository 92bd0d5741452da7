/** The form in which a rubric is edited: its fields, row by row, and the rubric that they make. Pure. */
import { z } from "zod";
import { RUBRIC_MAX, type Rubric, rubricInput } from "#lib/classes/assessment";
import { oneLine } from "#lib/text/one-line";
import { freeSlug, slugOf } from "#lib/text/slug";

/** A criterion as it stands in the form; all is text, and a row left empty is none. */
export interface CriterionRow {
  key: string;
  title: string;
  weight: string;
  asks: string;
  levels: LevelRow[];
}

export interface LevelRow {
  points: string;
  label: string;
  description: string;
}

const NO_LEVEL: LevelRow = { points: "", label: "", description: "" };
const NO_CRITERION: CriterionRow = { key: "", title: "", weight: "", asks: "", levels: [NO_LEVEL, NO_LEVEL, NO_LEVEL] };

/** The rows of a rubric, with room for one more level in each criterion and for one more criterion. */
export function rowsOf({ criteria }: Rubric): CriterionRow[] {
  const rows = criteria.map(({ key, title, weight, asks, levels }): CriterionRow => {
    const there = levels.map(({ points, label, description }) => ({ points: String(points), label, description }));
    return { key, title, weight: String(weight), asks, levels: withRoom(there, NO_LEVEL, RUBRIC_MAX.levels) };
  });
  return withRoom(rows, NO_CRITERION, RUBRIC_MAX.criteria);
}

const withRoom = <T>(rows: T[], blank: T, max: number): T[] => (rows.length < max ? [...rows, blank] : rows);

const list = z.array(z.string());

/** The criteria's fields in their order; `of` says of which criterion each level is. */
export const rubricForm = z
  .object({
    ...{ class: z.string(), assignment: z.string() },
    ...{ key: list, title: list, weight: list, asks: list },
    ...{ of: list, points: list, label: list, description: list },
  })
  .transform((sent, context): { class: string; assignment: string; rubric: Rubric } => {
    const levels = sent.of.map((of, at) => ({
      ...{ of: Number(of), at, points: sent.points[at] ?? "", label: oneLine(sent.label[at] ?? "") },
      description: sent.description[at] ?? "",
    }));
    const filled = levels.filter(({ points, label, description }) => !blank(points, label, description));
    const rows = sent.title
      .map((title, at) => ({
        ...{ at, title: oneLine(title), weight: sent.weight[at] ?? "", asks: oneLine(sent.asks[at] ?? "") },
        ...{ key: sent.key[at] ?? "", levels: filled.filter(({ of }) => of === at) },
      }))
      .filter(({ title, weight, asks, levels }) => !blank(title, weight, asks) || levels.length > 0);
    const taken = new Set(rows.map(({ key }) => key).filter((key) => key !== ""));
    const criteria = rows.map(({ key, title, weight, asks, levels }) => ({
      ...{ key: key || newKey(title, taken), title, weight: figure(weight), asks },
      levels: levels.map(({ points, label, description }) => ({ points: figure(points), label, description })),
    }));
    const checked = rubricInput.safeParse({ criteria });
    if (checked.success) return { class: sent.class, assignment: sent.assignment, rubric: checked.data };
    for (const { path, message } of checked.error.issues) {
      const [, row, field, level, part] = path as [string?, number?, string?, number?, string?];
      const of = row === undefined ? undefined : rows[row];
      const at = field === "levels" && level !== undefined ? of?.levels[level]?.at : of?.at;
      const name = part ?? field;
      const shown = at === undefined || name === undefined || name === "levels" ? ["rubric"] : [name, at];
      context.addIssue({ code: "custom", message, path: shown });
    }
    return z.NEVER;
  });

const blank = (...texts: string[]) => texts.every((text) => text.trim() === "");
const figure = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** Grades name criteria by their keys: a new one gets one that no other has. */
function newKey(title: string, taken: Set<string>): string {
  const named = slugOf(title)
    .replace(/^[^a-z]+/, "")
    .slice(0, 24);
  const key = freeSlug(named || "criterion", taken);
  taken.add(key);
  return key;
}
