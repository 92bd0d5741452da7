/** The API's routes of judging: the rules, what people say of posts, and what is decided. */
import { z } from "zod";
import type { Route } from "#lib/api/route";

export const policy = z.strictObject({
  number: z.int(),
  since: z.iso.datetime(),
  /** The thread whose own rules they are; null for the site's. */
  thread: z.string().nullable(),
  newest: z.int(),
  /** `decisions` counts those that name the reason under any version, `lifted` those of them that were taken back. */
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      sentence: z.string(),
      example: z.string().nullable(),
      decisions: z.int(),
      lifted: z.int(),
    }),
  ),
});
export type Policy = z.infer<typeof policy>;

export const MODERATION_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/policy",
    summary: "The reasons for which posts are hidden, removed or sent back",
    query: {
      version: "A number; the version in force where it is left out.",
      thread: "A thread's slug: its own reasons, which hold beside the site's.",
    },
    status: 200,
    gives: policy,
  },
];
