/** The forms in which pupils judge each other: their fields, and what the verbs take. Pure. */
import { z } from "zod";
import { levelsIn } from "#lib/classes/assessment-form";
import { localOf, momentOf, typed } from "#lib/classes/assignment-form";
import {
  type AskPeers,
  askPeersInput,
  type GivenPeerFeedback,
  peerFeedbackInput,
  REPORT_MAX,
} from "#lib/classes/peer-schema";
import { prose } from "#lib/text/schema";

const named = { class: z.string(), assignment: z.string() };
const one = { ...named, feedback: z.string() };

export const askPeersForm = z
  .object({ ...named, each: typed, dueAt: z.string().optional() })
  .transform(({ each, dueAt, ...rest }, context): typeof rest & { input: AskPeers } => {
    const checked = askPeersInput.safeParse({ each, dueAt: momentOf(dueAt) });
    if (checked.success) return { ...rest, input: checked.data };
    for (const { path, message } of checked.error.issues)
      context.addIssue({ code: "custom", message, path: [...path] });
    return z.NEVER;
  });

export const peerForm = z
  .object({ ...one, level: z.array(z.string()).optional(), words: z.string().optional() })
  .transform(({ level = [], words, ...rest }, context): typeof rest & { given: GivenPeerFeedback } => {
    const checked = peerFeedbackInput.safeParse({ levels: levelsIn(level), words });
    if (checked.success) return { ...rest, given: checked.data };
    for (const { path, message } of checked.error.issues)
      context.addIssue({ code: "custom", message, path: [path[0] === "words" ? "words" : "level"] });
    return z.NEVER;
  });

export const hidingForm = z.object({ ...one, hide: z.enum(["yes", "no"]) });
export const reportingForm = z.object({ ...one, note: prose({ max: REPORT_MAX }).optional() });

const DAY_MS = 86_400_000;
/** Time to read two portfolios between lessons. */
const DAYS = 5;

/** What stands in the form at first: two each, until some days from now, in the afternoon. */
export function firstAsking(now: Date): { each: string; dueAt: string } {
  const day = new Date(now.getTime() + DAYS * DAY_MS).toISOString().slice(0, "2026-11-22".length);
  return { each: "2", dueAt: localOf(Date.parse(`${day}T17:00Z`)) };
}
