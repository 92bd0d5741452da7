/** The forms about classes: their fields, and what the verbs take. Pure. */
import { z } from "zod";
import {
  changeClassInput,
  copyThreadInput,
  joinClassInput,
  makeCodeInput,
  openByCardInput,
  openClassInput,
  personInput,
  redactPostInput,
} from "#lib/classes/schema";
import { oneLine } from "#lib/text/one-line";
import { joining } from "#lib/users/schema";

const slug = z.string();
const typed = z.string().optional();
const ticked = z.string().optional();

/** What a form says in the shape of a verb's input; each flaw stays at its field. */
function checked<S extends z.ZodType>(schema: S, input: unknown, context: z.RefinementCtx): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", message, path });
  return z.NEVER;
}

/** A day that is left empty is none. */
const given = (text: string | undefined) => (text?.trim() ? text : undefined);
const lines = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));

export const openingClass = z
  .object({ name: typed, about: typed, term: typed, endsOn: typed, keepUntil: typed })
  .transform(({ name, about, term, endsOn, keepUntil }, context) =>
    checked(
      openClassInput,
      {
        name: lines(name) ?? "",
        about: given(about),
        term: given(lines(term)),
        endsOn: endsOn ?? "",
        keepUntil: given(keepUntil),
      },
      context,
    ),
  );

export const changingClass = z
  .object({ slug, name: typed, about: typed, term: typed, keepUntil: typed })
  .transform(({ slug, name, about, term, keepUntil }, context) => ({
    slug,
    input: checked(
      changeClassInput,
      { name: lines(name) ?? "", about: given(about), term: given(lines(term)), keepUntil: keepUntil ?? "" },
      context,
    ),
  }));

export const namingMember = z.object({ slug, handle: personInput.shape.handle });
export const namingClass = z.object({ slug });

const whole = (text: string | undefined) =>
  text === undefined ? undefined : /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;

export const makingCode = z.object({ slug, days: typed, cap: typed }).transform(({ slug, days, cap }, context) => ({
  slug,
  input: checked(makeCodeInput, { days: whole(days), cap: whole(cap) }, context),
}));

/** For who is signed in. */
export const joiningClass = z.object({ code: joinClassInput.shape.code });

/** For who is new here: with a class's code, or without. */
export const joiningAnew = joining.safeExtend({ code: joinClassInput.shape.code.optional() });

export const copyingThread = z
  .object({ slug, thread: typed, withArguments: ticked, pseudonyms: ticked })
  .transform(({ slug, thread, withArguments, pseudonyms }, context) => ({
    slug,
    input: checked(
      copyThreadInput,
      { thread: thread ?? "", withArguments: withArguments !== undefined, names: pseudonyms ? "PSEUDONYMS" : "NAMES" },
      context,
    ),
  }));

/** A list that is pasted, or a file; `do` says whether it is only looked at. */
export const sendingRoster = z.object({
  slug,
  roster: typed,
  file: z.file().optional(),
  removeGone: ticked,
  do: z.enum(["look", "apply"]).default("look"),
});

export const redactingPost = redactPostInput.extend({ argument: z.string() }).strip();

export const makingCards = z.object({ slug, handle: personInput.shape.handle.optional() });
export const openingCard = z.object(openByCardInput.shape);
