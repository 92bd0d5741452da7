import { found } from "#lib/api/answer";
import { reviewOf } from "#lib/api/judging-routes";
import { door } from "#lib/door";
import { getCase } from "#lib/moderation/queries/case";

export const GET = door({ act: async (viewer, { params: { id } }) => found(reviewOf(await getCase(viewer, id))) });
