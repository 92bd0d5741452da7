import { getViewer } from "#lib/auth";
import { findStanding } from "#lib/moderation/standing";
import { countUnread } from "#lib/notices/queries";
import { classesOf } from "#lib/users/viewer";

/** Who is looking, how much news they have, and what they should know before they write, for the parts of stored pages that are not the same for everybody. */
export async function GET(): Promise<Response> {
  const person = await getViewer();
  const viewer = person && {
    handle: person.handle,
    name: person.name,
    role: person.role,
    attends: classesOf(person).length > 0,
  };
  const [unread, standing] = await Promise.all([countUnread(person), findStanding(person)]);
  return Response.json({ viewer, unread, standing }, { headers: { "cache-control": "private, no-store" } });
}
