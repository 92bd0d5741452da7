import { found } from "#lib/api/answer";
import { wordingsOf } from "#lib/api/wording-routes";
import { offerWording } from "#lib/arguments/commands/wording";
import { getWordings } from "#lib/arguments/queries/wordings";
import { offerWordingInput } from "#lib/arguments/schema";
import { door } from "#lib/door";
import type { Viewer } from "#lib/users/viewer";

const wordings = async (viewer: Viewer, id: string) => found(wordingsOf((await getWordings(viewer, id)).wordings));

export const GET = door({ act: (viewer, { params: { id } }) => wordings(viewer, id) });

export const POST = door({
  input: offerWordingInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) => {
    await offerWording(viewer, id, input);
    return wordings(viewer, id);
  },
});
