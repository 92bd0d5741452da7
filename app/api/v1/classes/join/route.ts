import { found } from "#lib/api/answer";
import { classShown } from "#lib/api/class-routes";
import { joinClass } from "#lib/classes/commands/join";
import { getClass } from "#lib/classes/queries";
import { joinClassInput } from "#lib/classes/schema";
import { door } from "#lib/door";

export const POST = door({
  input: joinClassInput,
  limit: "post",
  act: async (viewer, { input, network }) => {
    const { slug } = await joinClass(viewer, input.code, network);
    return found(classShown(await getClass(viewer, slug)));
  },
});
