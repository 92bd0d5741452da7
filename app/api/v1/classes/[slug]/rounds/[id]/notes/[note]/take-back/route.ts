import { done } from "#lib/api/answer";
import { takeNoteBack } from "#lib/classes/commands/round-notes";
import { door } from "#lib/door";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "post",
  act: async (viewer, { params: { slug, id, note } }) => {
    await takeNoteBack(viewer, slug, id, note);
    return done();
  },
});
