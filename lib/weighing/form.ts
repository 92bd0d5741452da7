/** The forms in which somebody weighs. Pure. */
import { z } from "zod";
import { id } from "#lib/arguments/schema";
import { IMPACT_MAX } from "#lib/weighing/schema";

/** Where a form stands: beside the argument, on a page of its own, or on the way through a thread. */
const from = z.enum(["place", "page", "through"], "bad-choice").default("page");

export const rateForm = z.object({
  link: id,
  from,
  impact: z
    .string({ error: "bad-choice" })
    .regex(new RegExp(`^[0-${IMPACT_MAX}]$`), "bad-choice")
    .transform(Number),
});

export const retractForm = z.object({ link: id, from });
