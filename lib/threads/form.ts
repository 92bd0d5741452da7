/** The forms in which a thread is opened, and in which is said how one posts in it: their fields, and what the verbs take. Pure. */
import { z } from "zod";
import { citationField, citationFieldNames, citationsFrom, mended, type Values } from "#lib/sources/citation-fields";
import { oneLine } from "#lib/text/one-line";
import { type OpenThread, openThreadInput, type SetMode, setModeInput } from "#lib/threads/schema";

const QUOTE = citationField(0, "quote");
const NAMES = ["question", "thesis", "topic", "background", "class", "do", ...citationFieldNames(1)] as const;

const fields = Object.fromEntries(NAMES.map((name) => [name, z.string().optional()])) as Record<
  (typeof NAMES)[number],
  z.ZodOptional<z.ZodString>
>;

/** Fields of one line grow with what is written, and Enter is soon pressed. */
const inOneLine = (text: string | undefined) => text && oneLine(text);

/** What a form says, in the shape of the verb's input, unchecked. One stretch raises a thread. */
function threadFromForm(values: Values) {
  const { source, version, spans = [] } = citationsFrom(values)[0] ?? {};
  const quote = spans.map((span) => span.quote).join("\n\n");
  return {
    question: inOneLine(values.question) ?? "",
    thesis: inOneLine(values.thesis),
    topic: inOneLine(values.topic),
    background: values.background,
    class: values.class || undefined,
    raisedBy: { source, version, quote, start: spans.length === 1 ? spans[0]?.start : undefined },
  };
}

/** A form whose passage was changed and that is shown again, or one that was sent. */
type Sent = { mended: Record<string, string>; input: null } | { mended: null; input: OpenThread };

export const openForm = z.object(fields).transform((values, context): Sent => {
  const changed = mended(values, values.do, 1);
  if (changed) return { mended: changed, input: null };
  const checked = openThreadInput.safeParse(threadFromForm(values));
  const wordless = !values[QUOTE]?.trim();
  if (checked.success && !wordless) return { mended: null, input: checked.data };
  if (wordless) context.addIssue({ code: "custom", message: "blank", path: [QUOTE] });
  for (const { path, message } of checked.error?.issues ?? []) {
    context.addIssue({ code: "custom", message, path: path[0] === "raisedBy" ? [QUOTE] : path });
  }
  return z.NEVER;
});

/** A number as it is typed; what is none is refused as the verb's own input would be. */
const typed = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? undefined : /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN));

/** Whoever leaves the second mode empty wants none to follow. Times are UTC, as the form says. */
export const modeForm = z
  .object({
    slug: z.string(),
    mode: z.string().optional(),
    slowSeconds: typed,
    firstPosts: typed,
    nextMode: z.string().optional(),
    nextAt: z.string().optional(),
  })
  .transform(({ slug, nextMode, nextAt, ...rest }, context): SetMode & { slug: string } => {
    const next = nextMode ? { mode: nextMode, at: momentOf(nextAt) } : null;
    const checked = setModeInput.safeParse({ ...rest, next });
    if (checked.success) return { slug, ...checked.data };
    for (const { path, message } of checked.error.issues) {
      const [first, second] = path;
      const field = first === "next" ? (second === "at" ? "nextAt" : "nextMode") : String(first);
      context.addIssue({ code: "custom", message, path: [field] });
    }
    return z.NEVER;
  });

/** Browsers send minutes, some seconds too. */
const momentOf = (local = "") => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? `${local}:00Z` : `${local}Z`);

/** Somebody who is to moderate a thread, or no longer. */
export const naming = z.object({
  slug: z.string(),
  handle: z
    .string({ error: "blank" })
    .max(100, "too-long")
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1, "blank")),
});
