/** The API's routes of following, and of what one is told. */
import { z } from "zod";
import { AFTER, type Route } from "#lib/api/route";
import { KINDS, noInput } from "#lib/notices/schema";

const stance = z.enum(["PRO", "CON"]);

export const notice = z.strictObject({
  kind: z.enum(KINDS),
  /** With the kind, its name. */
  subject: z.string(),
  /** Why one is told: it is one's own, it answers one's own, or one watches the branch or the thread. */
  cause: z.enum(["OWN", "ANSWER", "BRANCH", "THREAD"]),
  at: z.iso.datetime(),
  read: z.boolean(),
  thread: z.strictObject({ slug: z.string(), question: z.string() }),
  argument: z.strictObject({ id: z.string(), number: z.int(), claim: z.string().nullable(), stance }),
  actor: z.strictObject({ handle: z.string(), name: z.string() }).nullable(),
  /** The number of one's own argument that is answered. */
  answers: z.int().nullable(),
  /** A removal's or a mark's reason. */
  code: z.string().nullable(),
});

export const notices = z.strictObject({ items: z.array(notice), next: z.string().nullable() });

const TWICE = "Twice is as once.";

const wish = (path: Route["path"], summary: string, description = TWICE): Route => ({
  method: "post",
  path,
  summary,
  description,
  takes: noInput,
  status: 204,
});

export const FOLLOWING_ROUTES: readonly Route[] = [
  wish(
    "/threads/{slug}/watch",
    "Be told of everything posted in a thread",
    `Who posts in a thread watches it. ${TWICE}`,
  ),
  wish("/threads/{slug}/unwatch", "Watch a thread no longer"),
  wish("/arguments/{id}/watch", "Be told of everything posted below an argument"),
  wish("/arguments/{id}/unwatch", "Watch an argument's branch no longer"),
  wish("/arguments/{id}/bookmark", "Keep an argument"),
  wish("/arguments/{id}/unbookmark", "Let go of an argument"),
  {
    method: "get",
    path: "/notices",
    summary: "What one is told of, unread first",
    description: "What was hidden since is left out.",
    query: { after: AFTER },
    status: 200,
    gives: notices,
  },
];
