import { found } from "#lib/api/answer";
import { wordingsOf } from "#lib/api/wording-routes";
import { declineWording } from "#lib/arguments/commands/wording";
import { getWordings } from "#lib/arguments/queries/wordings";
import { declineWordingInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const POST = door({
  input: declineWordingInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) => {
    const argument = await declineWording(viewer, id, input.answer ?? null);
    return found(wordingsOf((await getWordings(viewer, argument)).wordings));
  },
});
