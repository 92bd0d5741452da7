"use server";

import { headers } from "next/headers";
import { action } from "#lib/action";
import { EMPTY } from "#lib/form";
import { claimReview } from "#lib/moderation/claim";
import { markArgument } from "#lib/moderation/commands";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { answerChallenge, raiseChallenge, ruleChallenge } from "#lib/moderation/commands/challenge";
import { decideMany, decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { resolveMark } from "#lib/moderation/commands/mark";
import { mergeArgument, unmergeArgument } from "#lib/moderation/commands/merge";
import { publishPolicy } from "#lib/moderation/commands/publish";
import { appealSanction, keepSanction, liftSanction, sanctionPerson } from "#lib/moderation/commands/sanction";
import { undoDecision, undoMany } from "#lib/moderation/commands/undo";
import {
  answerForm,
  appealForm,
  argumentAppealForm,
  batchForm,
  bulkForm,
  challengeForm,
  decideForm,
  flagForm,
  markForm,
  mergeForm,
  namingSanction,
  publishForm,
  resolveForm,
  reviewForm,
  ruleForm,
  sanctionForm,
  strangersAppeal,
  unmergeForm,
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
  act: async (viewer, { handle, review, ...said }) => {
    await sanctionPerson(viewer, handle, said);
    return review ? paths.queue({ review, sanctioned: handle }) : paths.sanction(handle);
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

export const decide = action({
  limit: "judge",
  schema: decideForm,
  act: async (viewer, { review, sieve, thread, number, ...decision }) => {
    await decideReview(viewer, review, decision);
    return paths.queue({ sieve, thread, did: review, act: decision.act, number });
  },
});

export const claim = action({
  limit: "judge",
  schema: reviewForm,
  act: async (viewer, { review }) => {
    await claimReview(viewer, review);
    return EMPTY;
  },
});

export const undo = action({
  limit: "judge",
  schema: reviewForm,
  act: async (viewer, { review, sieve, thread }) => {
    return paths.queue({ sieve, thread, review: await undoDecision(viewer, review) });
  },
});

export const rule = action({
  limit: "judge",
  schema: ruleForm,
  act: async (viewer, { challenge: id, review, sieve, thread, ...ruling }) => {
    await ruleChallenge(viewer, id, ruling);
    return paths.queue({ sieve, thread, review });
  },
});

export const bulk = action({
  limit: "judge",
  schema: bulkForm,
  act: async (viewer, { item, act, code, sieve, thread }) => {
    if (act === "REMOVE" && !code) throw new Refused("reason-needed", { details: { field: "code" } });
    const items = item
      .map((one) => one.split(":"))
      .map(([review = "", edition]) => ({ review, edition: Number(edition) }));
    const { batch, done, kept } = await decideMany(viewer, items, { act, code });
    return paths.queue({ sieve, thread, did: batch, done: `${done}`, kept: `${kept}` });
  },
});

export const unbulk = action({
  limit: "judge",
  schema: batchForm,
  act: async (viewer, { batch, sieve, thread }) => {
    const { undone, kept } = await undoMany(viewer, batch);
    return paths.queue({ sieve, thread, act: "UNDO", done: `${undone}`, kept: `${kept}` });
  },
});

export const merge = action({
  limit: "judge",
  schema: mergeForm,
  act: async (viewer, { argument, ...merging }) => {
    await mergeArgument(viewer, argument, merging);
    return paths.argument(merging.into);
  },
});

export const unmerge = action({
  limit: "judge",
  schema: unmergeForm,
  act: async (viewer, { argument }) => {
    await unmergeArgument(viewer, argument);
    return paths.argument(argument);
  },
});

export const appeal = action({
  limit: "mark",
  schema: argumentAppealForm,
  act: async (viewer, { argument, plea }) => {
    await appealDecision(viewer, argument, plea);
    return paths.appeal(argument);
  },
});
