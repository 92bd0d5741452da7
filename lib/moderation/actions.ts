"use server";

import { action } from "#lib/action";
import { markArgument } from "#lib/moderation/commands";
import { answerChallenge, raiseChallenge } from "#lib/moderation/commands/challenge";
import { flagArgument } from "#lib/moderation/commands/flag";
import { resolveMark } from "#lib/moderation/commands/mark";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { answerForm, challengeForm, flagForm, markForm, publishForm, resolveForm } from "#lib/moderation/form";
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

export const challenge = action({
  limit: "mark",
  schema: challengeForm,
  act: async (viewer, { citation, ...input }) => paths.challenge(await raiseChallenge(viewer, citation, input)),
});

export const answer = action({
  limit: "mark",
  schema: answerForm,
  act: async (viewer, input) => paths.challenge(await answerChallenge(viewer, input.challenge, input.answer)),
});
