/** The forms in which somebody judges. Pure. */
import { z } from "zod";
import { id } from "#lib/arguments/schema";
import {
  ACTS,
  answerInput,
  appealInput,
  challengeInput,
  decideInput,
  FLAG_KINDS,
  MARK_KINDS,
  NOTE_MAX,
  noteInput,
  pleaInput,
  publishPolicyInput,
  rulingInput,
  sanctionInput,
} from "#lib/moderation/schema";
import { oneLine } from "#lib/text/one-line";
import { prose } from "#lib/text/schema";

const word = prose({ max: NOTE_MAX });

const rows = z.array(z.string()).default([]);

/** A row without code and sentence is one that nobody filled in, or that was emptied. */
export const publishForm = z
  .object({
    thread: z.string().optional(),
    after: z
      .string()
      .regex(/^\d{1,7}$/, "bad-number")
      .transform(Number),
    code: rows,
    sentence: rows,
    example: rows,
  })
  .transform(({ thread, after, code, sentence, example }, context) => {
    const places = code.flatMap((one, i) => (one.trim() || sentence[i]?.trim() ? [i] : []));
    const reasons = places.map((i) => ({
      code: code[i]?.trim(),
      sentence: oneLine(sentence[i] ?? ""),
      example: example[i]?.trim() ? example[i] : null,
    }));
    const checked = publishPolicyInput.safeParse({ thread: thread ?? null, after, reasons });
    if (checked.success) return checked.data;
    for (const { path, message } of checked.error.issues) {
      const [list, place, name] = path;
      const field = list === "reasons" && typeof place === "number" ? `${String(name)}.${places[place]}` : "code.0";
      context.addIssue({ code: "custom", message, path: [field] });
    }
    return z.NEVER;
  });

const blankIsNull = (text: string | undefined) => (text?.trim() ? text : null);

/** A choice and a word about it, for the argument that the form names. */
const doubtForm = <Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z
    .object({ argument: id, kind: z.enum(kinds, "bad-choice"), note: z.string().optional() })
    .transform(({ note: words, ...rest }, context) => {
      const note = blankIsNull(words);
      const checked = noteInput.safeParse(note);
      if (checked.success) return { ...rest, note: checked.data ?? null };
      for (const { message } of checked.error.issues) context.addIssue({ code: "custom", message, path: ["note"] });
      return z.NEVER;
    });

export const markForm = doubtForm(MARK_KINDS);
export const flagForm = doubtForm(FLAG_KINDS);
export const resolveForm = z.object({ mark: id });

export const challengeForm = z.object({ citation: id, ...challengeInput.shape });
export const answerForm = z.object({ challenge: id, ...answerInput.shape });

const handle = z.string({ error: "blank" }).max(2_000, "too-long");

/** What a sanction lasts is chosen from a list; "none" has no end. */
const lasting = z
  .string({ error: "bad-choice" })
  .transform((text) => (text === "none" ? null : /^d\d{1,4}$/.test(text) ? Number(text.slice(1)) : Number.NaN));

export const sanctionForm = z.object({
  handle,
  kind: sanctionInput.shape.kind,
  code: sanctionInput.shape.code,
  note: sanctionInput.shape.note,
  days: lasting.pipe(sanctionInput.shape.days),
  review: id.optional(),
});

export const namingSanction = z.object({ sanction: id });

export const appealForm = z.object({ sanction: id, plea: pleaInput });

export const strangersAppeal = z.object({
  handle: handle.transform((text) => text.trim().toLowerCase()).pipe(z.string().min(1, "blank")),
  password: z.string({ error: "blank" }).min(1, "blank"),
  plea: pleaInput,
});
/** What the queue was narrowed to, so that one goes on in it. */
const sifted = { sieve: z.string().optional(), thread: z.string().optional() };

/** Nothing chosen is nothing named. */
const optionalId = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(id.optional());

export const decideForm = z.object({
  review: id,
  edition: z
    .string()
    .regex(/^\d{1,6}$/, "bad-number")
    .transform(Number),
  act: z.enum(ACTS, "bad-choice"),
  code: decideInput.shape.code.optional(),
  into: optionalId,
  note: noteInput.optional(),
  number: z.string().optional(),
  ...sifted,
});

export const reviewForm = z.object({ review: id, ...sifted });

export const ruleForm = z.object({
  challenge: id,
  review: id,
  upheld: z.enum(["yes", "no"], "bad-choice").transform((word) => word === "yes"),
  ruling: rulingInput.shape.ruling.optional(),
  ...sifted,
});

/** Several at once: each as it was seen, `review:edition`. */
export const bulkForm = z.object({
  item: z
    .array(z.string().regex(/^[a-z0-9]{1,32}:\d{1,6}$/, "bad-id"))
    .min(1, "nothing-chosen")
    .max(200, "too-long")
    .default([]),
  act: z.enum(["APPROVE", "REMOVE"], "bad-choice"),
  code: decideInput.shape.code.optional(),
  ...sifted,
});

/** Those that one decided by one click. */
export const batchForm = z.object({ batch: id, ...sifted });

export const mergeForm = z.object({
  argument: id,
  into: id,
  note: z
    .string()
    .default("")
    .transform((text): string | null => blankIsNull(text) ?? null)
    .pipe(z.nullable(word)),
});
export const unmergeForm = z.object({ argument: id });

export const argumentAppealForm = z.object({ argument: id, ...appealInput.shape });
