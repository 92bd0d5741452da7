/** What may come in about grades. */
import { z } from "zod";
import { prose } from "#lib/text/schema";

/** A page of feedback, and a paragraph on one argument. */
const FEEDBACK_MAX = 3_000;
export const NOTE_MAX = 1_000;

export const gradeInput = z.strictObject({
  levels: z.record(z.string().max(40), z.int({ error: "bad-number" })),
  feedback: prose({ max: FEEDBACK_MAX }).nullish(),
});
export type GivenGrade = z.infer<typeof gradeInput>;

/** Nothing takes a note away. */
export const noteInput = z.strictObject({ note: prose({ max: NOTE_MAX }).nullish() });
