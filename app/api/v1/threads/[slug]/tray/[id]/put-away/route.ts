import { found } from "#lib/api/answer";
import { nothing } from "#lib/api/contract-imports";
import { door } from "#lib/door";
import { putAway } from "#lib/maps/commands/tray";

export const POST = door({
  input: nothing,
  limit: "post",
  act: async (viewer, { params }) => found(await putAway(viewer, params.slug, params.id)),
});
