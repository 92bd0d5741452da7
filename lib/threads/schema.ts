/** What may come in about threads. */
import { z } from "zod";
import { passageInput } from "#lib/sources/schema";
import { line, prose } from "#lib/text/schema";

/** A question is one sentence, as long as a claim may be. */
export const QUESTION_MAX = 280;
/** Two or three sentences that a reader needs first. */
export const BACKGROUND_MAX = 1_000;
const TOPIC_MAX = 60;

export const openThreadInput = z.strictObject({
  question: line({ max: QUESTION_MAX }),
  thesis: line({ max: QUESTION_MAX }).nullish(),
  topic: line({ max: TOPIC_MAX }).nullish(),
  background: prose({ max: BACKGROUND_MAX }).nullish(),
  raisedBy: passageInput,
});
export type OpenThread = z.infer<typeof openThreadInput>;
