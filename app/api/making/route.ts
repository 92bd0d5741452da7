import { z } from "zod";
import { exported } from "#lib/api/addresses";
import { problemOf } from "#lib/api/problem";
import { queryOf } from "#lib/api/request";
import { getViewer } from "#lib/auth";
import { isFormat } from "#lib/maps/formats";
import { makeFile } from "#lib/maps/making";
import { framed } from "#lib/maps/making-frames";
import { countArguments } from "#lib/maps/queries";
import { originOf } from "#lib/users/network";
import { Missing } from "#lib/verdict";

export const dynamic = "force-dynamic";

const asked = exported.extend({ thread: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** A file with word of how far it is; whoever ends the connection has cancelled it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const viewer = await getViewer();
    const { thread: slug, format, authors, ...part } = queryOf(request, asked);
    if (!isFormat(format)) throw new Missing();
    await countArguments(viewer, slug);
    const whose = viewer?.id ?? originOf(request.headers).network;
    const wanted = { slug, format, part: { ...part, pseudonyms: authors === "pseudonyms" } };
    const body = framed((waiting) => makeFile(viewer, wanted, { whose, ...waiting }));
    return new Response(body, { headers: { "content-type": "application/octet-stream", "cache-control": "no-store" } });
  } catch (error) {
    return problemOf(error, "GET");
  }
}
