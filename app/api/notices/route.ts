import { problemOf } from "#lib/api/problem";
import { inputOf } from "#lib/api/request";
import { getViewer } from "#lib/auth";
import { readNotice } from "#lib/notices/commands";
import { naming } from "#lib/notices/schema";
import { spend } from "#lib/users/limits";
import { Refused } from "#lib/verdict";

/** A kind and a name. */
const BODY_BYTES = 2 ** 10;

/** Marks a notice as read that somebody opens. */
export async function POST(request: Request): Promise<Response> {
  const read = async () => {
    const viewer = await getViewer();
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    const notice = await inputOf(request, naming, BODY_BYTES);
    await spend("see", viewer.id);
    await readNotice(viewer, notice);
    return new Response(null, { status: 204 });
  };
  const response = await read().catch((error: unknown) => problemOf(error, request.method));
  response.headers.set("cache-control", "private, no-store");
  return response;
}
