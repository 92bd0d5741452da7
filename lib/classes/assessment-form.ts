/** The forms in which a teacher judges: their fields, and what the verbs take. Pure. */
import { z } from "zod";
import { type GivenGrade, gradeInput, NOTE_MAX } from "#lib/classes/assessment-schema";
import { prose } from "#lib/text/schema";

/** Points by the criterion's key. */
export const levelsIn = (sent: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    sent
      .filter((one) => one !== "")
      .map((one): [string, number] => {
        const [key = "", points] = one.split(":");
        return [key, /^\d{1,3}$/.test(points ?? "") ? Number(points) : Number.NaN];
      }),
  );

/** Each criterion's level is sent as `key:points`; a criterion that is not judged yet sends nothing. */
export const gradeForm = z
  .object({
    ...{ class: z.string(), assignment: z.string(), handle: z.string() },
    level: z.array(z.string()).optional(),
    feedback: z.string().optional(),
  })
  .transform(({ level = [], feedback, ...named }, context): typeof named & { grade: GivenGrade } => {
    const checked = gradeInput.safeParse({ levels: levelsIn(level), feedback });
    if (checked.success) return { ...named, grade: checked.data };
    for (const { path, message } of checked.error.issues) {
      context.addIssue({ code: "custom", message, path: [path[0] === "feedback" ? "feedback" : "level"] });
    }
    return z.NEVER;
  });

export const noteForm = z.object({
  ...{ class: z.string(), assignment: z.string(), handle: z.string(), argument: z.string() },
  note: prose({ max: NOTE_MAX }).optional(),
});
