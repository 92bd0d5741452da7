import { z } from "zod";
import { found } from "#lib/api/answer";
import { progressOfClass } from "#lib/api/assignment-routes";
import { getClassProgress } from "#lib/classes/assignment-queries";
import { door } from "#lib/door";

export const GET = door({
  query: z.strictObject({ round: z.enum(["1", "2"], { error: "bad-choice" }).optional() }),
  act: async (viewer, { params: { slug, assignment }, query }) => {
    const ordinal = query.round === undefined ? undefined : Number(query.round);
    const { round, pupils } = await getClassProgress(viewer, slug, assignment, ordinal);
    return found(progressOfClass(round.ordinal, pupils));
  },
});
