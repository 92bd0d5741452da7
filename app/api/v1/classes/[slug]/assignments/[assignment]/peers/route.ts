import { done, found } from "#lib/api/answer";
import { classPeersShown, ownPeersShown } from "#lib/api/peer-routes";
import { getAssignment } from "#lib/classes/assignment-queries";
import { askForPeers } from "#lib/classes/commands/peers";
import { findOwnPeers, getClassPeers } from "#lib/classes/peer-queries";
import { askPeersInput } from "#lib/classes/peer-schema";
import { door } from "#lib/door";
import { Missing } from "#lib/verdict";

export const GET = door({
  act: async (viewer, { params: { slug, assignment } }) => {
    const { teaches } = await getAssignment(viewer, slug, assignment);
    if (teaches) return found(classPeersShown(await getClassPeers(viewer, slug, assignment)));
    const own = await findOwnPeers(viewer, slug, assignment);
    if (!own) throw new Missing();
    return found(ownPeersShown(own));
  },
});

export const POST = door({
  input: askPeersInput,
  limit: "post",
  act: async (viewer, { params: { slug, assignment }, input }) => {
    await askForPeers(viewer, slug, assignment, input);
    return done();
  },
});
