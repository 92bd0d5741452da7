/** Taking the words of a class's post away for good. */
import { reachThreadOf } from "#lib/arguments/commands/thread-of";
import { reachArgument } from "#lib/arguments/reach";
import { mayRedact } from "#lib/classes/policy";
import type { RedactPost } from "#lib/classes/schema";
import { transact } from "#lib/db";
import { record } from "#lib/events/record";
import type { Person } from "#lib/users/viewer";
import { must } from "#lib/verdict";

/**
 * Blanks every revision of an argument that stands in the class, wherever its words were repeated: in what people said of
 * it, in frozen states and in copies. Where it stands, who answered it and what it cites stay. Twice is as once.
 * @throws Missing, Refused "teachers-only"
 */
export async function redactPost(viewer: Person, id: string, { reason }: RedactPost): Promise<void> {
  await transact(async (tx, at) => {
    const thread = await reachThreadOf(tx, viewer, id, at);
    await reachArgument(tx, viewer, id);
    must(mayRedact(viewer, thread));
    const blanked = await tx.$executeRaw`
      SELECT redact('revision', r.id, ${reason}, ${viewer.id}) FROM revisions r WHERE r.argument_id = ${id}
        AND NOT EXISTS (SELECT FROM redactions d WHERE d.kind = 'revision' AND d.subject_id = r.id)`;
    if (blanked === 0) return;
    const subjects = { argument: id };
    const { id: stream, classId } = thread;
    await record(tx, { stream, classId, kind: "argument.redacted", actorId: viewer.id, subjects, at });
  });
}
