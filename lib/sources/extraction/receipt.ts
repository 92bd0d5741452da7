/**
 * What the server itself saw of a text before somebody confirmed it: from which file or address it came, and its
 * paragraphs. It travels through the form, sealed, and counts only for whom it was made and for words that it holds:
 * nobody can store words of their own as fetched from somewhere.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/env";
import type { Origin } from "#lib/sources/origin";
import { canonicalText } from "#lib/text/canonical";

/** Time enough to read what was kept, and to come back after lunch. */
const VALID_MS = 6 * 60 * 60 * 1000;
/** 96 bits: nobody finds other words with the same mark. */
const MARK_BYTES = 12;

const receipt = z.object({
  by: z.string(),
  at: z.number(),
  fileName: z.string().optional(),
  requestedUrl: z.string().optional(),
  finalUrl: z.string().optional(),
  marks: z.array(z.string()),
});

const mark = (paragraph: string) =>
  createHash("sha256").update(paragraph).digest().subarray(0, MARK_BYTES).toString("base64url");
const marksOf = (text: string) => canonicalText(text).split("\n\n").map(mark);
const seal = (content: string) => createHmac("sha256", `receipt ${env().SECRET}`).update(content).digest("base64url");

/** `lines`: everything that was read, kept or set aside, in its order. */
export function sealReceipt(by: string, origin: Origin, lines: string[], at = Date.now()): string {
  const content = Buffer.from(JSON.stringify({ by, at, ...origin, marks: lines.map(mark) })).toString("base64url");
  return `${content}.${seal(content)}`;
}

/** Where a text came from; nowhere that we know, where its words were changed or the receipt is none of ours. */
export function originOf(sealed: string | null | undefined, by: string, text: string, now = Date.now()): Origin {
  const [content = "", said = ""] = sealed?.split(".") ?? [];
  const right = Buffer.from(seal(content));
  const given = Buffer.from(said);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return {};
  const parsed = receipt.safeParse(JSON.parse(Buffer.from(content, "base64url").toString("utf8")));
  if (!parsed.success) return {};
  const { marks, by: whose, at, ...origin } = parsed.data;
  if (whose !== by || now - at > VALID_MS) return {};
  return holds(marks, marksOf(text)) ? origin : {};
}

/** Whether the marks of a text stand among those that were seen, in the same order. */
function holds(seen: string[], marks: string[]): boolean {
  let at = 0;
  return marks.every((one) => {
    at = seen.indexOf(one, at) + 1;
    return at > 0;
  });
}
