/** The API's routes of what was decided against somebody's own argument, and of their appeal. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import type { DueProcess } from "#lib/moderation/queries/due-process";
import { appealInput } from "#lib/moderation/schema";

const time = z.iso.datetime();

export const dueProcess = z.strictObject({
  /** null where nothing is decided against it. */
  decided: z.enum(["removal", "refusal", "merge", "hidden", "returned"]).nullable(),
  at: time.nullable(),
  reason: z.strictObject({ code: z.string(), policy: z.int(), sentence: z.string() }).nullable(),
  /** A moderator's word to the author. */
  word: z.string().nullable(),
  /** `granted` is null until somebody else has heard it. */
  appeal: z
    .strictObject({ plea: z.string(), at: time, granted: z.boolean().nullable(), word: z.string().nullable() })
    .nullable(),
});

export const dueProcessOf = ({ what, at, reason, word, appeal }: DueProcess): z.infer<typeof dueProcess> => ({
  decided: what,
  ...{ at, reason, word, appeal },
});

export const APPEAL_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/arguments/{id}/appeal",
    summary: "What was decided against an argument of one's own, why, and what became of one's appeal",
    status: 200,
    gives: dueProcess,
  },
  {
    method: "post",
    path: "/arguments/{id}/appeal",
    summary: "Ask that somebody else look at a decision",
    description:
      "Once, within 14 days: of a removal, of a first post that was not let in, or of a merge. The same appeal twice is as once.",
    takes: appealInput,
    status: 200,
    gives: dueProcess,
  },
];
