import { found } from "#lib/api/answer";
import { nothing } from "#lib/api/contract-imports";
import { door } from "#lib/door";
import { postAllFromTray } from "#lib/maps/commands/post-all";

export const POST = door({
  input: nothing,
  limit: "post",
  act: async (viewer, { params }) => found(await postAllFromTray(viewer, params.slug)),
});
