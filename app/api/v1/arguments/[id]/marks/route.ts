import { found } from "#lib/api/answer";
import { marksOf } from "#lib/api/moderation-routes";
import { getArgument } from "#lib/arguments/queries/arguments";
import { door } from "#lib/door";
import { markArgument } from "#lib/moderation/commands";
import { listMarks } from "#lib/moderation/queries/marks";
import { markInput } from "#lib/moderation/schema";
import type { Viewer } from "#lib/users/viewer";

async function marks(viewer: Viewer, id: string): Promise<Response> {
  const { claim } = await getArgument(viewer, id);
  return found(marksOf(claim === null ? [] : await listMarks(viewer, id)));
}

export const GET = door({ act: (viewer, { params: { id } }) => marks(viewer, id) });

export const POST = door({
  input: markInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) => {
    await markArgument(viewer, id, input);
    return marks(viewer, id);
  },
});
