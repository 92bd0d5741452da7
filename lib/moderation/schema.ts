/** What may come in about judging. */
import { z } from "zod";
import { id } from "#lib/arguments/schema";
import { slug } from "#lib/sources/schema";
import { line, prose } from "#lib/text/schema";

/** A rule is said in a sentence or two, as a claim is. */
const SENTENCE_MAX = 280;
/** Two or three cases that fall under it, and one that does not. */
const EXAMPLE_MAX = 600;
/** Beyond this nobody knows the rules by heart, and a moderator searches a list instead of judging. */
const REASONS_MAX = 24;

/** A reason's name in addresses, exports and letters: `off-topic`. */
export const reasonCode = z.string({ error: "not-text" }).regex(/^[a-z][a-z0-9-]{1,39}$/, "bad-code");

export const publishPolicyInput = z.strictObject({
  /** A thread whose own rules these are, beside the site's. */
  thread: slug.nullish(),
  /** The version that was read when these were written; 0 where there was none. */
  after: z.int().min(0).max(1_000_000),
  reasons: z
    .array(
      z.strictObject({
        code: reasonCode,
        sentence: line({ max: SENTENCE_MAX }),
        example: prose({ max: EXAMPLE_MAX }).nullish(),
      }),
    )
    .min(1, "no-reason")
    .max(REASONS_MAX, "too-many-reasons")
    .refine((reasons) => new Set(reasons.map(({ code }) => code)).size === reasons.length, "reason-twice"),
});
export type PublishPolicy = z.infer<typeof publishPolicyInput>;

/** What an address may say of the policy. */
export const policyAsked = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .optional(),
  thread: slug.optional(),
});

/** A doubt is said in a sentence or two. */
export const NOTE_MAX = 500;
const note = prose({ max: NOTE_MAX }).nullish();
export const noteInput = note;

/** What is wrong with how something is argued; in the order in which a form offers them. */
export const MARK_KINDS = [
  "UNSUPPORTED",
  "PASSAGE_DOES_NOT_SUPPORT",
  "MISLEADING_OMISSION",
  "PARAPHRASE_AS_QUOTATION",
  "NOT_A_CLAIM",
  "UNCLEAR",
  "SEVERAL_CLAIMS",
  "DUPLICATE",
  "UNRELATED",
  "WRONG_STANCE",
  "ELSEWHERE",
] as const;

/** What is wrong with how somebody behaves. */
export const FLAG_KINDS = ["ABUSE", "SPAM", "PERSONAL_DATA", "OTHER"] as const;

export const markInput = z.strictObject({ kind: z.enum(MARK_KINDS, "bad-choice"), note });
export const flagInput = z.strictObject({ kind: z.enum(FLAG_KINDS, "bad-choice"), note });
export type FlagArgument = z.infer<typeof flagInput>;

/** What is wrong with what a citation makes of its words. */
export const CHALLENGE_KINDS = ["ALTERED", "CLIPPED", "OUT_OF_CONTEXT", "OVERCLAIMED", "RETRACTED"] as const;
/** An answer says why the words bear it, which takes more than the doubt. */
const ANSWER_MAX = 1_000;

export const challengeInput = z.strictObject({
  kind: z.enum(CHALLENGE_KINDS, "bad-choice"),
  note: prose({ max: NOTE_MAX }),
});
export type RaiseChallenge = z.infer<typeof challengeInput>;

export const answerInput = z.strictObject({ answer: prose({ max: ANSWER_MAX }) });

export const rulingInput = z.strictObject({ upheld: z.boolean(), ruling: note });
export type Ruling = z.infer<typeof rulingInput>;

/** A moderator's for a month at most; what lasts longer is the admins' to say. */
export const MODERATOR_DAYS = 30;
const SANCTION_DAYS_MAX = 3_650;
export const SANCTION_KINDS = ["SILENCE", "SUSPEND"] as const;

export const sanctionInput = z.strictObject({
  kind: z.enum(SANCTION_KINDS, "bad-choice"),
  code: reasonCode,
  note: prose({ max: 1_000 }).nullish(),
  /** How long; null until somebody lifts it. */
  days: z.int({ error: "bad-number" }).min(1, "bad-number").max(SANCTION_DAYS_MAX, "bad-number").nullable(),
});
export type SanctionPerson = z.infer<typeof sanctionInput>;

/** What somebody says against a sanction. */
export const pleaInput = prose({ max: 1_000 });
/** The argument that says the same and stays, and why, for everybody to read. */
export const mergeInput = z.strictObject({ into: id, note });
export type MergeArgument = z.infer<typeof mergeInput>;

/** One key each. */
export const ACTS = ["APPROVE", "HIDE", "REMOVE", "CHANGES", "MERGE"] as const;
export type Act = (typeof ACTS)[number];

export const decideInput = z.strictObject({
  /** The state of the review that was looked at. */
  edition: z.int().min(1).max(1_000_000),
  act: z.enum(ACTS, "bad-choice"),
  code: reasonCode.nullish(),
  /** The argument that it is merged into. */
  into: id.nullish(),
  /** A word to the author, for nobody else. */
  note,
});
export type Decide = z.infer<typeof decideInput>;

/** A page: whoever needs more says it in the post itself. */
const PLEA_MAX = 2_000;
export const appealInput = z.strictObject({ plea: prose({ max: PLEA_MAX }) });

/** What of the queue one may look at alone. */
export const SIEVES = ["first", "flagged", "challenged", "edited", "appeals", "returned"] as const;
export type Sieve = (typeof SIEVES)[number];

export const sieveOf = (asked: string | undefined): Sieve | null => SIEVES.find((one) => one === asked) ?? null;
