import { found, made } from "#lib/api/answer";
import { classesShown, classShown } from "#lib/api/class-routes";
import { addressOf } from "#lib/api/routes";
import { openClass } from "#lib/classes/commands/open";
import { getClass, listClasses } from "#lib/classes/queries";
import { openClassInput } from "#lib/classes/schema";
import { door } from "#lib/door";
import { Refused } from "#lib/verdict";

export const GET = door({
  act: async (viewer) => {
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    return found(classesShown(await listClasses(viewer)));
  },
});

export const POST = door({
  input: openClassInput,
  limit: "post",
  act: async (viewer, { input }) => {
    const { slug } = await openClass(viewer, input);
    return made(classShown(await getClass(viewer, slug)), addressOf("/classes/{slug}", slug));
  },
});
