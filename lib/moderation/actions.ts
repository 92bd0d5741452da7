"use server";

import { headers } from "next/headers";
import { action } from "#lib/action";
import { markArgument } from "#lib/moderation/commands";
import { answerChallenge, raiseChallenge } from "#lib/moderation/commands/challenge";
import { flagArgument } from "#lib/moderation/commands/flag";
import { resolveMark } from "#lib/moderation/commands/mark";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { appealSanction, keepSanction, liftSanction, sanctionPerson } from "#lib/moderation/commands/sanction";
import {
  answerForm,
  appealForm,
  challengeForm,
  flagForm,
  markForm,
  namingSanction,
  publishForm,
  resolveForm,
  sanctionForm,
  strangersAppeal,
} from "#lib/moderation/form";
import { listOwnSanctions } from "#lib/moderation/queries/sanctions";
import { paths } from "#lib/paths";
import { identify } from "#lib/users/commands/session";
import { originOf } from "#lib/users/network";
import { Refused } from "#lib/verdict";

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

export const sanction = action({
  limit: "post",
  schema: sanctionForm,
  act: async (viewer, { handle, ...said }) => {
    await sanctionPerson(viewer, handle, said);
    return paths.sanction(handle);
  },
});

export const lift = action({
  limit: "post",
  schema: namingSanction,
  act: async (viewer, { sanction: id }) => {
    await liftSanction(viewer, id);
    return paths.sanctions();
  },
});

export const keep = action({
  limit: "post",
  schema: namingSanction,
  act: async (viewer, { sanction: id }) => {
    await keepSanction(viewer, id);
    return paths.sanctions();
  },
});

export const appealOwn = action({
  limit: "post",
  schema: appealForm,
  act: async (viewer, { sanction: id, plea }) => {
    await appealSanction(viewer.id, id, plea);
    return paths.ownSanction("appealed");
  },
});

/** Whoever may not sign in says who they are as they would there. */
export const appealSuspension = action({
  anyone: true,
  schema: strangersAppeal,
  act: async (_viewer, { handle, password, plea }) => {
    const { id } = await identify(handle, password, originOf(await headers()));
    const [own] = (await listOwnSanctions({ id })).filter(({ kind }) => kind === "SUSPEND");
    if (!own) throw new Refused("not-suspended");
    await appealSanction(id, own.id, plea);
    return paths.ownSanction("appealed");
  },
});
