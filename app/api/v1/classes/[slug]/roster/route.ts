import { found } from "#lib/api/answer";
import { changesShown, sendRosterInput } from "#lib/api/class-routes";
import { applyRoster } from "#lib/classes/commands/roster";
import { lookAtRoster } from "#lib/classes/queries";
import { ROSTER_BYTES_MAX } from "#lib/classes/roster";
import { door } from "#lib/door";

export const POST = door({
  input: sendRosterInput,
  // Escaped in JSON a character may take twelve bytes.
  maxBytes: ROSTER_BYTES_MAX * 4,
  limit: "post",
  act: async (viewer, { params: { slug }, input: { apply, ...input } }) => {
    const changes = await (apply ? applyRoster(viewer, slug, input) : lookAtRoster(viewer, slug, input.roster));
    return found(changesShown(changes, apply));
  },
});
