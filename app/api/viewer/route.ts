import { getViewer } from "#lib/auth";
import { countUnread } from "#lib/notices/queries";
import { classesOf } from "#lib/users/viewer";

/** Who is looking, and how much news they have, for the parts of stored pages that are not the same for everybody. */
export async function GET(): Promise<Response> {
  const person = await getViewer();
  const viewer = person && {
    handle: person.handle,
    name: person.name,
    role: person.role,
    attends: classesOf(person).length > 0,
  };
  const unread = await countUnread(person);
  return Response.json({ viewer, unread }, { headers: { "cache-control": "private, no-store" } });
}
