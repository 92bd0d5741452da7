/** What a page says of what was before its reader's eyes. */
import { z } from "zod";

/** PostgreSQL's largest integer, which no thread's events will reach. */
const NUMBER_MAX = 2 ** 31 - 1;
/** As many as somebody reads out of order before they read the ones between; a check in the database says the same. */
export const SINGLY_MAX = 500;

const number = z.int("bad-number").min(0, "bad-number").max(NUMBER_MAX, "bad-number");

export const seeing = z.strictObject({
  thread: z.string("bad-slug").regex(/^[a-z0-9-]{1,80}$/, "bad-slug"),
  /** Every event up to here. */
  seen: number,
  /** Later events, one by one. */
  singly: z.array(number).max(SINGLY_MAX, "too-long").default([]),
});
export type Seeing = z.infer<typeof seeing>;
