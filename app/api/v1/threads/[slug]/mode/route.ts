import { found } from "#lib/api/answer";
import { door } from "#lib/door";
import { setThreadMode } from "#lib/threads/commands";
import { getMode } from "#lib/threads/queries";
import { setModeInput } from "#lib/threads/schema";

export const POST = door({
  input: setModeInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => {
    await setThreadMode(viewer, slug, input);
    return found((await getMode(viewer, slug)).letsIn);
  },
});
