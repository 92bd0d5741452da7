/** What a teacher sees who is about to take an argument's words away. */
import { type ArgumentInThread, getArgument } from "#lib/arguments/queries/arguments";
import { mayRedact } from "#lib/classes/policy";
import { db } from "#lib/db";
import type { Viewer } from "#lib/users/viewer";
import type { Verdict } from "#lib/verdict";

/** @throws Missing */
export async function getRedacting(
  viewer: Viewer,
  id: string,
): Promise<{ argument: ArgumentInThread; verdict: Verdict }> {
  const argument = await getArgument(viewer, id);
  const thread = await db().thread.findUniqueOrThrow({ where: { id: argument.thread.id }, select: { classId: true } });
  return { argument, verdict: mayRedact(viewer, thread) };
}
