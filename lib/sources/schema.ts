/** What may come in when a source is brought, and how a passage of one is named. */
import { z } from "zod";
import { line, prose } from "#lib/text/schema";

/** A long book chapter; the reader's page of it still opens. The raw text may be longer by its boilerplate. */
export const TEXT_MAX = 400_000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Headlines run to a sentence; names and outlets are shorter. */
const TITLE_MAX = 300;
const NAME_MAX = 200;
const URL_MAX = 2_000;
/** A mark for each of some ten thousand lines. */
const RECEIPT_MAX = 400_000;

/** A page's menus have some hundreds of lines; what is beyond these is neither shown nor kept. */
export const SET_ASIDE_MAX = 1_000;

/** Lines that stood around a text and are no part of it, each with why: a word or two, joined by hyphens. */
export const setAsideInput = z
  .array(
    z.strictObject({
      text: prose({ max: TEXT_MAX }),
      reason: z.string({ error: "not-text" }).max(40, "too-long").regex(SLUG, "bad-slug"),
    }),
  )
  .max(SET_ASIDE_MAX, "too-long");

export const slug = z.string().max(80).regex(SLUG, "bad-slug");

export const webAddress = z
  .url({ protocol: /^https?$/, error: "bad-address" })
  .max(URL_MAX, "too-long")
  .refine((url) => !new URL(url).username, "bad-address");

export const bringSourceInput = z.strictObject({
  title: line({ max: TITLE_MAX }),
  text: z.string({ error: "not-text" }).max(TEXT_MAX, "too-long"),
  outlet: line({ max: NAME_MAX }).nullish(),
  byline: line({ max: NAME_MAX }).nullish(),
  publishedOn: z.iso.date("bad-date").nullish(),
  url: webAddress.nullish(),
  rights: z.enum(["OPEN", "CLASS", "EXCERPTS"], "bad-choice"),
  /** The class that owns it, by its slug; nobody else then knows of it. */
  class: slug.nullish(),
  /** From the proposal, where a file or an address was read: unchanged words are then known to come from there. */
  receipt: z.string().max(RECEIPT_MAX, "too-long").nullish(),
  setAside: setAsideInput.optional(),
});
export type BringSource = z.infer<typeof bringSourceInput>;

/** A text that is here already, as somebody brings it once more. */
export const bringAgainInput = bringSourceInput.pick({ text: true, url: true, receipt: true });
export type BringAgain = z.infer<typeof bringAgainInput>;

/** A corrected text, whole. */
export const correctSourceInput = z.strictObject({ text: bringSourceInput.shape.text });
export type CorrectSource = z.infer<typeof correctSourceInput>;

/** Offsets are code points; a browser or a program may leave them out. */
export const offset = z.int("offsets-malformed").min(0, "offsets-malformed").max(TEXT_MAX, "offsets-malformed");
const spanInput = z.strictObject({
  quote: z.string({ error: "not-text" }).max(5_000, "quote-too-long"),
  start: offset.optional(),
  end: offset.optional(),
});
const place = { source: slug, version: z.int().min(1).max(10_000).optional() };

/** Words of a source: one quotation, or several spans of one version. */
export const citationInput = z.union([
  z.strictObject({ ...place, ...spanInput.shape }),
  z.strictObject({ ...place, spans: z.array(spanInput).min(1).max(5) }),
]);
export type CitationInput = z.infer<typeof citationInput>;

/** One stretch, as it raises a thread. */
export const passageInput = z.strictObject({ ...place, ...spanInput.shape });
export type PassageInput = z.infer<typeof passageInput>;
