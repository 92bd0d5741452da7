import { found } from "#lib/api/answer";
import { classShown } from "#lib/api/class-routes";
import { getClass } from "#lib/classes/queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { slug } }) => found(classShown(await getClass(viewer, slug))),
});
