import { found } from "#lib/api/answer";
import { gradesShown } from "#lib/api/assignment-routes";
import { getGradebook } from "#lib/classes/assessment-queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { slug, assignment } }) =>
    found(gradesShown(await getGradebook(viewer, slug, assignment))),
});
