import { problemOf } from "#lib/api/problem";
import { getViewer } from "#lib/auth";
import { getPupilData } from "#lib/classes/pupil-data";
import { spend } from "#lib/users/limits";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ slug: string; handle: string }>;
}

/** What a class has of one of its pupils, as a file for its teachers. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug, handle } = await params;
    const viewer = await getViewer();
    const data = await getPupilData(viewer, slug, handle);
    if (viewer) await spend("ownData", viewer.id);
    return new Response(`${JSON.stringify(data, null, 1)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="grounds-${handle.replace(/[^a-z0-9_]/g, "")}.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return problemOf(error, "GET");
  }
}
