import { found } from "#lib/api/answer";
import { challengesOf } from "#lib/api/moderation-routes";
import { door } from "#lib/door";
import { raiseChallenge } from "#lib/moderation/commands/challenge";
import { listChallenges } from "#lib/moderation/queries/challenges";
import { challengeInput } from "#lib/moderation/schema";

export const POST = door({
  input: challengeInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) => {
    const argument = await raiseChallenge(viewer, id, input);
    return found(challengesOf(await listChallenges(viewer, argument)));
  },
});
