/** What may come in about assignments. */
import { z } from "zod";
import { MEASURES } from "#lib/classes/assignment";
import { line, prose } from "#lib/text/schema";

/** A line of a page, and two pages of what to do. */
export const TITLE_MAX = 120;
const INSTRUCTIONS_MAX = 4_000;
/** More than that nobody reads of thirty people; the database holds it, too. */
export const ASKED_MAX = 50;
/** Whoever has said so much has shown that they thought for themselves. */
export const POST_FIRST_MAX = 10;
/** A class of forty in fives. */
export const GROUPS_MAX = 8;

const whole = (min: number, max: number) =>
  z.int({ error: "bad-number" }).min(min, { error: "bad-number" }).max(max, { error: "bad-number" });
const moment = z.iso.datetime({ offset: true, error: "bad-date" });
const handles = z.array(z.string()).max(500, { error: "bad-choice" });

export const requirementsInput = z.strictObject(
  Object.fromEntries(MEASURES.map((measure) => [measure, whole(0, ASKED_MAX).default(0)])) as Record<
    (typeof MEASURES)[number],
    z.ZodDefault<z.ZodInt>
  >,
);

const round = z.strictObject({ opensAt: moment, dueAt: moment, requires: requirementsInput });

export const chooseSidesInput = z.strictObject({ PRO: handles.default([]), CON: handles.default([]) });
export type ChooseSides = z.infer<typeof chooseSidesInput>;

/** The parts that a teacher may change later, as long as nobody relies on them. */
const plan = {
  title: line({ max: TITLE_MAX }),
  instructions: prose({ max: INSTRUCTIONS_MAX }),
  rounds: z
    .array(round)
    .min(1, { error: "bad-choice" })
    .max(2, { error: "bad-choice" })
    .refine((rounds) => rounds.every(({ opensAt, dueAt }) => Date.parse(opensAt) < Date.parse(dueAt)), {
      error: "round-ends-first",
    })
    .refine(([first, second]) => !first || !second || Date.parse(first.dueAt) <= Date.parse(second.opensAt), {
      error: "rounds-overlap",
    })
    .refine((rounds) => rounds.every(({ requires }) => MEASURES.some((measure) => requires[measure] > 0)), {
      error: "nothing-asked",
    }),
};

export const changeAssignmentInput = z.strictObject(plan);
export type ChangeAssignment = z.infer<typeof changeAssignmentInput>;

export const setAssignmentInput = z.strictObject({
  ...plan,
  /** The thread on which it is done, or of which the class gets a copy. */
  thread: z.string(),
  /** Whether peers read names in it. */
  names: z.enum(["NAMES", "PSEUDONYMS"], { error: "bad-choice" }).default("NAMES"),
  /** Whether a copy takes the arguments along. */
  withArguments: z.boolean().default(false),
  groups: whole(1, GROUPS_MAX).default(1),
  sides: z.enum(["NONE", "DRAWN", "CHOSEN"], { error: "bad-choice" }),
  chosen: chooseSidesInput.optional(),
  strict: z.boolean().default(false),
  postFirst: whole(0, POST_FIRST_MAX).default(0),
  late: z.enum(["REFUSED", "MARKED"], { error: "bad-choice" }),
  snapshots: z.boolean().default(true),
});
export type SetAssignment = z.infer<typeof setAssignmentInput>;
