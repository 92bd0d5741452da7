/** What may come in about classes. */
import { z } from "zod";
import { line, prose } from "#lib/text/schema";

/** "Public Policy Debate, Section B" and its school. */
export const CLASS_NAME_MAX = 80;
/** What the class is for, in a paragraph. */
const ABOUT_MAX = 500;
/** "Autumn term 2026/27". */
const TERM_MAX = 40;

/** Marks are questioned and resits sat within a term's quarter after its end; then nobody needs what pupils wrote. */
export const KEEP_DAYS = 90;
/** A course may run for two school years; nothing is kept for longer than was foreseen. */
export const KEEP_MAX_DAYS = 730;

/** A fortnight to take a debate along, and a last evening. */
export const WARN_DAYS = [14, 1] as const;

/** Pupils join in the first weeks. */
export const CODE_DAYS = 14;
export const CODE_DAYS_MAX = 90;
/** A class of 35 and some who come twice. */
export const CODE_CAP = 40;
/** A year's lecture; larger ones are read from a list. */
export const CODE_CAP_MAX = 500;

const day = z.iso.date("bad-date");
const handle = z
  .string({ error: "blank" })
  .max(100, "too-long")
  .transform((text) => text.trim().toLowerCase().replace(/^@/, ""))
  .pipe(z.string().min(1, "blank"));
const whole = (max: number) => z.int({ error: "bad-number" }).min(1, "bad-number").max(max, "bad-number");

/** `keepUntil` may be left out: it is then `KEEP_DAYS` after the term's last day. */
export const openClassInput = z.strictObject({
  name: line({ max: CLASS_NAME_MAX }),
  about: prose({ max: ABOUT_MAX }).nullish(),
  term: line({ max: TERM_MAX }).nullish(),
  /** The term's last day. */
  endsOn: day,
  keepUntil: day.optional(),
});
export type OpenClass = z.infer<typeof openClassInput>;

export const changeClassInput = z.strictObject({
  name: line({ max: CLASS_NAME_MAX }),
  about: prose({ max: ABOUT_MAX }).nullish(),
  term: line({ max: TERM_MAX }).nullish(),
  keepUntil: day,
});
export type ChangeClass = z.infer<typeof changeClassInput>;

/** Somebody of the forum, as they are called in addresses. */
export const personInput = z.strictObject({ handle });

export const makeCodeInput = z.strictObject({
  days: whole(CODE_DAYS_MAX).default(CODE_DAYS),
  cap: whole(CODE_CAP_MAX).default(CODE_CAP),
});
export type MakeCode = z.infer<typeof makeCodeInput>;

/** Longer than any code with blanks between its letters. */
const TYPED_MAX = 60;

/** Whatever else is said, a role above all, is no part of joining. */
export const joinClassInput = z.strictObject({
  code: z.string({ error: "blank" }).min(1, "blank").max(TYPED_MAX, "join-code-wrong"),
});

export const copyThreadInput = z.strictObject({
  thread: z.string({ error: "bad-slug" }).max(200, "bad-slug"),
  withArguments: z.boolean().default(false),
  names: z.enum(["NAMES", "PSEUDONYMS"], { error: "bad-choice" }).default("NAMES"),
});
export type CopyThread = z.infer<typeof copyThreadInput>;

/** Why words were taken away; kept for good, so that it is short. */
const REDACTION_MAX = 300;

export const redactPostInput = z.strictObject({ reason: prose({ max: REDACTION_MAX }) });
export type RedactPost = z.infer<typeof redactPostInput>;

/** Handed out in the next lesson; a holiday may lie between. */
export const CARD_DAYS = 30;

/** `removeGone`: whoever was made for the class and is no longer listed leaves it. */
export const rosterInput = z.strictObject({
  roster: z.string({ error: "blank" }).min(1, "blank"),
  removeGone: z.boolean().default(false),
});

/** For whom; left out, for all who have no password yet. */
export const makeCardsInput = z.strictObject({
  handles: z.array(handle).min(1, "blank").max(500, "too-long").optional(),
});
export type MakeCards = z.infer<typeof makeCardsInput>;

export const openByCardInput = z.strictObject({
  secret: z.string({ error: "blank" }).min(1, "blank").max(TYPED_MAX, "card-void"),
  newPassword: z.string({ error: "blank" }).min(1, "blank"),
});
export type OpenByCard = z.infer<typeof openByCardInput>;
