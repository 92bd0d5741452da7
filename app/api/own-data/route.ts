import { ReadableStream as Stream } from "node:stream/web";
import { problemOf } from "#lib/api/problem";
import { getViewer } from "#lib/auth";
import { spend } from "#lib/users/limits";
import { ownData } from "#lib/users/own-data";
import { Refused } from "#lib/verdict";

export const dynamic = "force-dynamic";

/** Whoever is signed in takes their own data along, as it is read. */
export async function GET(): Promise<Response> {
  try {
    const viewer = await getViewer();
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    await spend("ownData", viewer.id);
    // Nothing is read before somebody takes it: whoever asks for the headers alone holds no connection.
    return new Response(Stream.from(ownData(viewer)) as ReadableStream, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="grounds-${viewer.handle}.json"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return problemOf(error, "GET");
  }
}
