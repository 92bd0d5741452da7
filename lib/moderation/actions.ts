"use server";

import { action } from "#lib/action";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { publishForm } from "#lib/moderation/form";
import { paths } from "#lib/paths";

export const publish = action({
  limit: "post",
  schema: publishForm,
  act: async (viewer, input) => {
    await publishPolicy(viewer, input);
    return paths.policy({ thread: input.thread ?? undefined });
  },
});
