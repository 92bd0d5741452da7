import { getViewer } from "#lib/auth";
import { countUnread } from "#lib/notices/queries";

/** Who is looking, and how much news they have, for the parts of stored pages that are not the same for everybody. */
export async function GET(): Promise<Response> {
  const person = await getViewer();
  const viewer = person && { handle: person.handle, name: person.name, role: person.role };
  const unread = await countUnread(person);
  return Response.json({ viewer, unread }, { headers: { "cache-control": "private, no-store" } });
}
