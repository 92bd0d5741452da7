/** The API's route of how posts are let into a thread, and what it answers. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import { MODES } from "#lib/threads/mode";
import { setModeInput } from "#lib/threads/schema";

const mode = z.enum(MODES);

/** How posts are let in, and what is to follow. */
export const letsIn = z.strictObject({
  mode,
  slowSeconds: z.int(),
  firstPosts: z.int(),
  next: z.strictObject({ mode, at: z.iso.datetime() }).nullable(),
});

export const MODE_ROUTE: Route = {
  method: "post",
  path: "/threads/{slug}/mode",
  summary: "Say how posts are let into a thread from now on, and what follows",
  description:
    "For moderators. `slowSeconds` counts where it is slow, `firstPosts` where first posts are read; left out, they stay. What was to follow before is forgotten; `next` comes by itself. Twice is as once.",
  takes: setModeInput,
  status: 200,
  gives: letsIn,
};
