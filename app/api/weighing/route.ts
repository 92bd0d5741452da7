import { problemOf } from "#lib/api/problem";
import { queryOf } from "#lib/api/request";
import { getViewer } from "#lib/auth";
import { weighingQuery } from "#lib/weighing/schema";
import { getWeighed } from "#lib/weighing/through";

/** What the viewer said of a link, and whether they may say anything: asked by our own pages, which are stored for all. */
export async function GET(request: Request): Promise<Response> {
  const response = await answer(request).catch((error: unknown) => problemOf(error, request.method));
  response.headers.set("cache-control", "private, no-store");
  return response;
}

async function answer(request: Request): Promise<Response> {
  const { link } = queryOf(request, weighingQuery);
  const { weighed, verdict } = await getWeighed(await getViewer(), link);
  return Response.json({ own: weighed.own, may: verdict.ok });
}
