import { found } from "#lib/api/answer";
import { membersShown } from "#lib/api/class-routes";
import { listMembers } from "#lib/classes/queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { slug } }) => found(membersShown(await listMembers(viewer, slug))),
});
