import { getViewer } from "#lib/auth";

/** Who is looking, for the parts of stored pages that are not the same for everybody. */
export async function GET(): Promise<Response> {
  const person = await getViewer();
  const viewer = person && { handle: person.handle, name: person.name, role: person.role };
  return Response.json({ viewer }, { headers: { "cache-control": "private, no-store" } });
}
