/** The strict zod shape of an elaboration's document. An issue's message is a code of `DocumentError` or zod's own. */

import { z } from "zod";
import { allowedLink } from "#lib/text/links";
import { oneLine } from "#lib/text/one-line";
import { flawOf } from "#lib/text/schema";

const href = z.string().transform((raw, context) => {
  const link = allowedLink(raw);
  if (link === null) context.addIssue({ code: "custom", message: "body-bad-link" });
  return link ?? "";
});
/** What the editor adds to a link and nobody may choose. */
const chosenForIt = z.string().nullable().optional();
const linkAttrs = z
  .strictObject({ href, target: chosenForIt, rel: chosenForIt, class: chosenForIt, title: chosenForIt })
  .transform((attrs) => ({ href: attrs.href }));

/** The order of marks that ProseMirror asks for. */
const MARKS = ["link", "bold", "italic"];
const unknown = { error: "body-unknown-node" };
const marks = z
  .array(
    z.discriminatedUnion(
      "type",
      [
        z.strictObject({ type: z.enum(["bold", "italic"]) }),
        z.strictObject({ type: z.literal("link"), attrs: linkAttrs }),
      ],
      unknown,
    ),
  )
  .transform((list) => list.toSorted((a, b) => MARKS.indexOf(a.type) - MARKS.indexOf(b.type)))
  .optional();

const text = z
  .string()
  .min(1)
  .transform((raw, context) => {
    const flaw = flawOf(raw);
    if (flaw !== null) context.addIssue({ code: "custom", message: `body-${flaw}` });
    return flaw === null ? oneLine(raw).normalize("NFC") : raw;
  });

/** A list may go on counting from a year, and no further than fits the margin. */
const START_MAX = 9999;
/** `type` is the editor's name for the kind of numeral; numerals are the page's business. */
const listAttrs = z
  .strictObject({ start: z.int().min(0).max(START_MAX).default(1), type: z.null().optional() })
  .transform((attrs) => ({ start: attrs.start }));

const node = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("text"), text, marks }),
    z.strictObject({ type: z.literal("hardBreak"), marks }),
    z.strictObject({
      type: z.enum(["paragraph", "blockquote", "bulletList", "listItem"]),
      get content(): z.ZodOptional<z.ZodArray<z.ZodType>> {
        return z.array(node).optional();
      },
    }),
    z.strictObject({
      type: z.literal("orderedList"),
      attrs: listAttrs.optional(),
      get content(): z.ZodOptional<z.ZodArray<z.ZodType>> {
        return z.array(node).optional();
      },
    }),
  ],
  unknown,
);
/** A document's nodes, marks and attributes, in their stored form; where they may stand is ProseMirror's to say. */
export const documentShape = z.strictObject({ type: z.literal("doc", unknown), content: z.array(node).default([]) });
