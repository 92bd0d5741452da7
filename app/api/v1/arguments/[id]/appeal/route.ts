import { found } from "#lib/api/answer";
import { dueProcessOf } from "#lib/api/appeal-routes";
import { door } from "#lib/door";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { getDueProcess } from "#lib/moderation/queries/due-process";
import { appealInput } from "#lib/moderation/schema";

export const GET = door({
  act: async (viewer, { params: { id } }) => found(dueProcessOf(await getDueProcess(viewer, id))),
});

export const POST = door({
  input: appealInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input: { plea } }) => {
    await appealDecision(viewer, id, plea);
    return found(dueProcessOf(await getDueProcess(viewer, id)));
  },
});
