import { problemOf } from "#lib/api/problem";
import { inputOf } from "#lib/api/request";
import { getViewer } from "#lib/auth";
import { importMap } from "#lib/maps/commands/import";
import { openFromMap } from "#lib/maps/commands/open-from-map";
import { CARRIED_BYTES, carriedFile, importing } from "#lib/maps/form";
import { framed } from "#lib/maps/making-frames";
import { paths } from "#lib/paths";
import { spend } from "#lib/users/limits";
import { Refused } from "#lib/verdict";

export const dynamic = "force-dynamic";

/** What the form of an import does, with word of how far it is; whoever ends the connection has cancelled it. */
export async function POST(request: Request): Promise<Response> {
  try {
    const viewer = await getViewer();
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    const { slug, ...sent } = await inputOf(request, importing, CARRIED_BYTES);
    await spend("read", viewer.id);
    const file = carriedFile(sent);
    const body = framed(async (waiting) => {
      const { slug: where, ...counts } = slug
        ? { slug, ...(await importMap(viewer, slug, file, waiting)) }
        : await openFromMap(viewer, file, waiting);
      return paths.tray(where, counts);
    });
    return new Response(body, { headers: { "content-type": "application/octet-stream", "cache-control": "no-store" } });
  } catch (error) {
    return problemOf(error, "POST");
  }
}
