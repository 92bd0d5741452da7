"use server";

import { action } from "#lib/action";
import { markArgument } from "#lib/moderation/commands";
import { flagArgument } from "#lib/moderation/commands/flag";
import { resolveMark } from "#lib/moderation/commands/mark";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { flagForm, markForm, publishForm, resolveForm } from "#lib/moderation/form";
import { paths } from "#lib/paths";

export const publish = action({
  limit: "post",
  schema: publishForm,
  act: async (viewer, input) => {
    await publishPolicy(viewer, input);
    return paths.policy({ thread: input.thread ?? undefined });
  },
});

export const mark = action({
  limit: "mark",
  schema: markForm,
  act: async (viewer, { argument, ...said }) => {
    await markArgument(viewer, argument, said);
    return paths.argument(argument);
  },
});

export const resolve = action({
  limit: "mark",
  schema: resolveForm,
  act: async (viewer, { mark: id }) => paths.mark(await resolveMark(viewer, id)),
});

export const flag = action({
  limit: "flag",
  schema: flagForm,
  act: async (viewer, { argument, ...said }) => {
    await flagArgument(viewer, argument, said);
    return paths.flag(argument, "flagged");
  },
});
