import { found } from "#lib/api/answer";
import { challengesOf } from "#lib/api/moderation-routes";
import { door } from "#lib/door";
import { ruleChallenge } from "#lib/moderation/commands/challenge";
import { listChallenges } from "#lib/moderation/queries/challenges";
import { rulingInput } from "#lib/moderation/schema";

export const POST = door({
  input: rulingInput,
  limit: "mark",
  act: async (viewer, { params: { id }, input }) => {
    const argument = await ruleChallenge(viewer, id, input);
    return found(challengesOf(await listChallenges(viewer, argument)));
  },
});
