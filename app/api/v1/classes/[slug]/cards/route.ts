import { found } from "#lib/api/answer";
import { makeCards } from "#lib/classes/commands/cards";
import { makeCardsInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: makeCardsInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) =>
    found({ items: await makeCards(viewer, slug, input), next: null }),
});
