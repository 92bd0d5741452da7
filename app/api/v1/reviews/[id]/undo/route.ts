import { found } from "#lib/api/answer";
import { reviewOf } from "#lib/api/judging-routes";
import { door } from "#lib/door";
import { undoDecision } from "#lib/moderation/commands/undo";
import { getCase } from "#lib/moderation/queries/case";
import { noInput } from "#lib/notices/schema";

export const POST = door({
  input: noInput,
  limit: "judge",
  act: async (viewer, { params: { id } }) => {
    const open = await undoDecision(viewer, id);
    return found(reviewOf(await getCase(viewer, open)));
  },
});
