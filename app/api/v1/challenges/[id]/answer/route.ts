import { found } from "#lib/api/answer";
import { challengesOf } from "#lib/api/moderation-routes";
import { door } from "#lib/door";
import { answerChallenge } from "#lib/moderation/commands/challenge";
import { listChallenges } from "#lib/moderation/queries/challenges";
import { answerInput } from "#lib/moderation/schema";

export const POST = door({
  input: answerInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) => {
    const argument = await answerChallenge(viewer, id, input.answer);
    return found(challengesOf(await listChallenges(viewer, argument)));
  },
});
