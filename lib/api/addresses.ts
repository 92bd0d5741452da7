/** What an address's query may say, by the kind of reading. */
import { z } from "zod";
import { slug } from "#lib/sources/schema";

/** A list's `after` is the slug with which its next page begins. */
export const listed = z.strictObject({ after: slug.optional() });

/** A thread's `after` is an argument's number; so many digits fit a database's integer. */
export const paged = z.strictObject({
  after: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
  all: z.literal("1").optional(),
});

export const versioned = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .optional(),
});

/** A form sends what was left empty, too. */
const number = z
  .string()
  .regex(/^(?:[1-9]\d{0,8})?$/)
  .transform((figures) => (figures === "" ? null : Number(figures)))
  .optional();

/** The name is looked up where the formats are known, so that the refusal can name them. */
export const exported = z.strictObject({
  format: z.string().max(40).default("json"),
  branch: number,
  depth: number,
  stance: z
    .enum(["PRO", "CON", ""])
    .transform((stance) => stance || null)
    .optional(),
  authors: z.enum(["names", "pseudonyms"]).default("names"),
});

/** Likewise of a bibliography. */
export const listedAs = z.strictObject({ format: z.string().max(40).default("csl") });
