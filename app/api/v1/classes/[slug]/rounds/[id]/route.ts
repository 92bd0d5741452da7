import { found } from "#lib/api/answer";
import { roundShown } from "#lib/api/round-routes";
import { getRound } from "#lib/classes/round-queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { slug, id } }) => found(roundShown(await getRound(viewer, slug, id))),
});
