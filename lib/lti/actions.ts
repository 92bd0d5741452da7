"use server";

import { action } from "#lib/action";
import { registerPlatform, retirePlatform } from "#lib/lti/commands/platform";
import { namingPlatform, registeringPlatform } from "#lib/lti/form";
import { paths } from "#lib/paths";

export const register = action({
  limit: "post",
  schema: registeringPlatform,
  act: async (viewer, input) => {
    await registerPlatform(viewer, input);
    return paths.platforms();
  },
});

export const retire = action({
  limit: "post",
  schema: namingPlatform,
  act: async (viewer, { issuer, clientId }) => {
    await retirePlatform(viewer, issuer, clientId);
    return paths.platforms();
  },
});
