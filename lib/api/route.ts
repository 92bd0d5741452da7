/** One line of the API's table, and the words that several of them say. */
import type { z } from "zod";

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
