/** What may come in about rounds and what is noted in them. */
import { z } from "zod";
import { id } from "#lib/arguments/schema";
import { CLOCK_ACTS } from "#lib/classes/round";
import { ROUND_FORMATS } from "#lib/classes/round-formats";
import { line } from "#lib/text/schema";

/** Policy debate, the longest, has twelve; twice as many are a long afternoon. */
const SPEECHES_MAX = 24;
/** "First affirmative constructive". */
const SPEECH_NAME_MAX = 60;
/** A first name, a team, a number. */
const SPEAKER_MAX = 40;
/** No school debates for longer without a break. */
const SECONDS_MAX = 60 * 60;
/** As a claim, since it is to become one. */
export const NOTE_MAX = 280;

const seconds = (min: number) => z.int({ error: "bad-time" }).min(min, "bad-time").max(SECONDS_MAX, "bad-time");

const speech = z.strictObject({
  name: line({ max: SPEECH_NAME_MAX }),
  kind: z.enum(["SPEECH", "CROSS_EXAMINATION"], { error: "bad-choice" }),
  side: z.enum(["PRO", "CON"], { error: "bad-choice" }).nullable(),
  seconds: seconds(10),
  speaker: line({ max: SPEAKER_MAX }).nullable(),
});

/** As they are stored, too. */
export const speeches = z.array(speech).min(1, "no-speech").max(SPEECHES_MAX, "too-many-speeches");

export const openRoundInput = z.strictObject({
  thread: z.string({ error: "bad-slug" }).max(200, "bad-slug"),
  format: z.enum(ROUND_FORMATS, { error: "bad-choice" }),
  speeches,
  prepSeconds: seconds(0),
  /** Who alone notes what is said, by handle; left out, everybody of the class. */
  recorder: z.string({ error: "blank" }).max(100, "too-long").optional(),
});
export type OpenRound = z.infer<typeof openRoundInput>;

/** `speech`: which one the screen showed to whoever acted. */
export const runClockInput = z.strictObject({
  act: z.enum(CLOCK_ACTS, { error: "bad-choice" }),
  speech: z.int({ error: "bad-number" }).min(0, "bad-number").max(SPEECHES_MAX, "bad-number"),
});
export type RunClock = z.infer<typeof runClockInput>;

/** `answers`: the argument in whose row it is to stand; left out, it begins a row. */
export const writeNoteInput = z.strictObject({
  text: line({ max: NOTE_MAX }),
  speech: runClockInput.shape.speech,
  answers: id.nullish(),
});
export type WriteNote = z.infer<typeof writeNoteInput>;
