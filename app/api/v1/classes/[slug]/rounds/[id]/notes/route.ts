import { made } from "#lib/api/answer";
import { BASE } from "#lib/api/routes";
import { writeNote } from "#lib/classes/commands/round-notes";
import { writeNoteInput } from "#lib/classes/round-schema";
import { door } from "#lib/door";

export const POST = door({
  input: writeNoteInput,
  limit: "post",
  act: async (viewer, { params: { slug, id }, input }) =>
    made(await writeNote(viewer, slug, id, input), `${BASE}/classes/${slug}/rounds/${id}`),
});
