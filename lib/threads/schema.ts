/** What may come in about threads. */
import { z } from "zod";
import { passageInput, slug } from "#lib/sources/schema";
import { line, prose } from "#lib/text/schema";
import { FIRST_POSTS, MODES, SLOW_SECONDS } from "#lib/threads/mode";

/** A question is one sentence, as long as a claim may be. */
export const QUESTION_MAX = 280;
/** Two or three sentences that a reader needs first. */
const BACKGROUND_MAX = 1_000;
const TOPIC_MAX = 60;

export const openThreadInput = z.strictObject({
  question: line({ max: QUESTION_MAX }),
  thesis: line({ max: QUESTION_MAX }).nullish(),
  topic: line({ max: TOPIC_MAX }).nullish(),
  background: prose({ max: BACKGROUND_MAX }).nullish(),
  raisedBy: passageInput,
  /** The class that owns it, by its slug; nobody else then knows of it. */
  class: slug.nullish(),
});
export type OpenThread = z.infer<typeof openThreadInput>;

const mode = z.enum(MODES, { error: "bad-choice" });
const whole = ({ min, max }: { min: number; max: number }) =>
  z.int({ error: "bad-number" }).min(min, { error: "bad-number" }).max(max, { error: "bad-number" });

/** Which mode holds from now on, and perhaps what follows it. What was to follow before is forgotten. */
export const setModeInput = z.strictObject({
  mode,
  slowSeconds: whole(SLOW_SECONDS).optional(),
  firstPosts: whole(FIRST_POSTS).optional(),
  next: z.strictObject({ mode, at: z.iso.datetime({ offset: true, error: "bad-date" }) }).nullish(),
});
export type SetMode = z.infer<typeof setModeInput>;
