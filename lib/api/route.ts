/** One line of the API's table, and the words that several of them say. */
import type { z } from "zod";
import { FORMATS } from "#lib/maps/formats";

export interface Route {
  method: "get" | "post";
  path: `/${string}`;
  summary: string;
  description?: string;
  /** What `?name=` may say. */
  query?: Record<string, string>;
  takes?: z.ZodType;
  status: 200 | 201 | 204;
  /** An answer's content; of an export its media types. */
  gives?: z.ZodType | string[];
}

export const AFTER = "The `next` of the page before.";
export const OFFSETS =
  "Offsets count Unicode code points of the source's canonical text, from 0, half-open; they may be left out. Words that stand once are found wherever the offsets point, and the answer says where; of words that stand more than once the offsets name one.";
export const WORDS =
  "A quotation may differ from the source in quotation marks, dashes, spaces, soft hyphens, ligatures and hyphens at line ends where its words then have one place; the source's words are stored, and the answer says `normalised`.";
export const LENGTHS = "Lengths are code points after Unicode NFC and trimming.";

/** What of a thread is wanted as a file. */
export const EXPORTED = {
  format: `One of ${Object.keys(FORMATS).join(", ")}; json where it is left out.`,
  branch: "An argument's number: it, all below it, and the line of arguments above.",
  depth: "Answers to the question have depth 1; deeper ones are left out.",
  stance: "`PRO` or `CON`: the branches of those answers to the question alone.",
  authors: "`pseudonyms` gives people names made up for this copy, and days for times.",
};

export const mediaTypes = (formats: Record<string, { mediaType: string }>): string[] => [
  ...new Set(Object.values(formats).map(({ mediaType }) => mediaType.replace(/;.*/, ""))),
];
