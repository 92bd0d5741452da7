import { found } from "#lib/api/answer";
import { challengesOf } from "#lib/api/moderation-routes";
import { door } from "#lib/door";
import { getChallenged } from "#lib/moderation/queries/challenges";

export const GET = door({
  act: async (viewer, { params: { id } }) => found(challengesOf((await getChallenged(viewer, id)).challenges)),
});
