/**
 * What a stored page of a thread cannot hold, because it is not the same for everybody. One request a page asks for all
 * of it: a room adds a field here and its type in `components/threads/mine.tsx`.
 */
import { z } from "zod";
import type { Mine } from "#components/threads/mine";
import { problemOf } from "#lib/api/problem";
import { inputOf, queryOf } from "#lib/api/request";
import { getViewer } from "#lib/auth";
import { getFollowed } from "#lib/notices/queries";
import { spend } from "#lib/users/limits";
import { Refused } from "#lib/verdict";
import { keepSeen } from "#lib/visits/commands";
import { getNews } from "#lib/visits/queries";
import { seeing } from "#lib/visits/schema";
import { getOwnRatings } from "#lib/weighing/queries";

/** A thread's slug, and how far a browser says that its reader has read. */
const asked = z.strictObject({
  thread: seeing.shape.thread,
  seen: z.coerce.number().pipe(seeing.shape.seen).nullable().default(null),
});

/** Five hundred numbers of ten digits. */
const BODY_BYTES = 2 ** 13;

async function privately(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const response = await answer().catch((error: unknown) => problemOf(error, request.method));
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export function GET(request: Request): Promise<Response> {
  return privately(request, async () => {
    const { thread, seen } = queryOf(request, asked);
    const viewer = await getViewer();
    const [news, followed, rated] = await Promise.all([
      getNews(viewer, thread, seen),
      getFollowed(viewer, thread),
      getOwnRatings(viewer, thread),
    ]);
    const mine: Mine = { news, followed, rated };
    return Response.json(mine);
  });
}

/** Keeps what somebody has seen. */
export function POST(request: Request): Promise<Response> {
  return privately(request, async () => {
    const viewer = await getViewer();
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    const input = await inputOf(request, seeing, BODY_BYTES);
    await spend("see", viewer.id);
    await keepSeen(viewer, input);
    return new Response(null, { status: 204 });
  });
}
