/** What may come in about weighing. */
import { z } from "zod";
import { id } from "#lib/arguments/schema";

/** From "nothing" to "it decides the matter": five steps are as many as people tell apart. */
export const IMPACT_MAX = 4;

export const rateLinkInput = z.strictObject({
  impact: z.int("bad-choice").min(0, "bad-choice").max(IMPACT_MAX, "bad-choice"),
});

/** A retraction says nothing more. */
export const retractRatingInput = z.strictObject({});

export const weighingQuery = z.strictObject({ link: id });
