import { found, made } from "#lib/api/answer";
import { assignmentShown, assignmentsShown } from "#lib/api/assignment-routes";
import { BASE } from "#lib/api/routes";
import { getAssignment, listAssignments } from "#lib/classes/assignment-queries";
import { setAssignmentInput } from "#lib/classes/assignment-schema";
import { setAssignment } from "#lib/classes/commands/set-assignment";
import { getClass } from "#lib/classes/queries";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params: { slug } }) => {
    await getClass(viewer, slug);
    return found(assignmentsShown(await listAssignments(viewer, slug)));
  },
});

export const POST = door({
  input: setAssignmentInput,
  limit: "post",
  act: async (viewer, { params: { slug }, input }) => {
    const { slug: name } = await setAssignment(viewer, slug, input);
    const content = assignmentShown(await getAssignment(viewer, slug, name), null);
    return made(content, `${BASE}/classes/${slug}/assignments/${name}`);
  },
});
