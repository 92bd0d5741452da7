/** The forms in which a source is brought, what somebody has and what shall be kept of it, and in which it is corrected. */
import { z } from "zod";
import { readAside, takeBack } from "#lib/sources/extraction/taking";
import { bringSourceInput, setAsideInput, slug, TEXT_MAX, webAddress } from "#lib/sources/schema";
import { codePointLength } from "#lib/text/code-points";

/** Five megabytes, as text and as a file: the raw text may be longer than what is kept of it. */
const RAW_MAX = 5 * 2 ** 20;

export const proposeForm = z.object({
  text: z.string().max(RAW_MAX, "too-long").optional(),
  file: z.file().max(RAW_MAX, "file-too-large").optional(),
  url: webAddress.optional(),
});

/** The same from a program: a file's bytes are base64, which takes four letters for three. */
export const proposeInput = z.strictObject({
  text: z.string({ error: "not-text" }).max(RAW_MAX, "too-long").optional(),
  file: z
    .strictObject({ name: z.string({ error: "not-text" }).max(1_000, "too-long"), content: z.base64("not-base64") })
    .optional(),
  url: webAddress.optional(),
});

/** What a page of set aside lines may take on its way back. */
const ASIDE_MAX = 2 * 2 ** 20;

export const bringForm = z
  .object({
    ...bringSourceInput.omit({ setAside: true }).shape,
    /** Empty: everybody. */
    class: z
      .union([z.literal(""), slug])
      .optional()
      .transform((named) => named || undefined),
    /** Needed for a source of its own alone. */
    title: bringSourceInput.shape.title.optional(),
    aside: z.string().max(ASIDE_MAX, "too-long").optional(),
    /** The numbers of lines that are put back. */
    take: z.array(z.string().max(8)).max(1_000, "too-long").optional(),
    warnings: z.string().max(100).optional(),
    from: z.string().max(2_000).optional(),
    /** The source that has these very words, where they shall be noted as standing in one more place. */
    again: slug.optional(),
  })
  .transform(({ aside, take, warnings, from, again, title = "", ...input }, context) => {
    if (!again && !title) context.addIssue({ code: "custom", message: "blank", path: ["title"] });
    const lines = aside ? readAside(aside) : [];
    const { text, left } = takeBack(input.text, lines ?? [], new Set(take?.map(Number)));
    const setAside = setAsideInput.safeParse(left.map((line) => ({ text: line.text, reason: line.reason })));
    if (!lines || !setAside.success) context.addIssue({ code: "custom", message: "field-unfit", path: ["aside"] });
    if (codePointLength(text) > TEXT_MAX) context.addIssue({ code: "custom", message: "too-long", path: ["text"] });
    return { input: { ...input, title, text, setAside: setAside.data }, again };
  });

/** A corrected text, looked at, mended again, and stored. A file's words take the place of those in the field. */
export const correctForm = z
  .object({
    slug,
    text: z.string().max(RAW_MAX, "too-long").optional(),
    file: z.file().max(RAW_MAX, "file-too-large").optional(),
    /** The version that was looked at. */
    after: z.coerce.number().int().min(1).max(10_000).optional(),
    do: z.enum(["look", "mend", "store"], "bad-choice").default("look"),
  })
  .transform(({ text = "", ...rest }, context) => {
    if (!text.trim() && !rest.file) context.addIssue({ code: "custom", message: "nothing-given", path: ["text"] });
    return { ...rest, text };
  });
