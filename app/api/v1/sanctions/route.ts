import { found } from "#lib/api/answer";
import { giveInput, sanctionsOf } from "#lib/api/sanction-routes";
import { door } from "#lib/door";
import { sanctionPerson } from "#lib/moderation/commands/sanction";
import { listOwnSanctions, listSanctions } from "#lib/moderation/queries/sanctions";
import { isModerator } from "#lib/users/viewer";
import { Refused } from "#lib/verdict";

export const GET = door({
  act: async (viewer) => {
    if (!viewer) throw new Refused("sign-in-first", { ground: "unauthenticated" });
    return found(sanctionsOf(await (isModerator(viewer) ? listSanctions(viewer) : listOwnSanctions(viewer))));
  },
});

export const POST = door({
  input: giveInput,
  limit: "post",
  act: async (viewer, { input: { handle, ...said } }) => {
    const id = await sanctionPerson(viewer, handle, said);
    return found(sanctionsOf((await listSanctions(viewer)).filter((one) => one.id === id)));
  },
});
