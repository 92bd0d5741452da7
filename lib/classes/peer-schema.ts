/** What may come in about pupils judging each other. */
import { z } from "zod";
import { prose } from "#lib/text/schema";

/** More than these nobody reads with care; the database holds it, too. */
export const EACH_MAX = 5;
/** Two paragraphs, and a line of why something is reported. */
export const WORDS_MAX = 1_500;
export const REPORT_MAX = 500;

export const askPeersInput = z.strictObject({
  each: z.int({ error: "one-to-five" }).min(1, { error: "one-to-five" }).max(EACH_MAX, { error: "one-to-five" }),
  dueAt: z.iso.datetime({ offset: true, error: "bad-date" }),
});
export type AskPeers = z.infer<typeof askPeersInput>;

export const peerFeedbackInput = z.strictObject({
  levels: z.record(z.string().max(40), z.int({ error: "bad-number" })),
  words: prose({ max: WORDS_MAX }).nullish(),
});
export type GivenPeerFeedback = z.infer<typeof peerFeedbackInput>;

export const reportPeerInput = z.strictObject({ note: prose({ max: REPORT_MAX }).nullish() });
