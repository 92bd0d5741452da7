/** Who may do what with a thread's map, bring maps from elsewhere, and see what waits in a thread's tray. */
import { needsReview } from "#lib/arguments/policy";
import type { Standing } from "#lib/arguments/standing";
import { mayWriteIn } from "#lib/threads/policy";
import { moderates, type Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** Everybody may take a map along; what is kept is kept for somebody. */
export const mayTakeSnapshot = (viewer: Viewer): Verdict => (viewer ? yes : no("sign-in-first"));

type ThreadFacts = Parameters<typeof needsReview>[1];

/** Whoever may argue in a thread may bring claims to it. */
export const mayImport = (viewer: Viewer, thread: Pick<ThreadFacts, "mode">): Verdict => mayWriteIn(viewer, thread);

/** What waits is seen by those who could cite a passage for it, and by moderators. */
export function maySeeTray(viewer: Viewer, thread: Pick<ThreadFacts, "id" | "mode">): Verdict {
  return moderates(viewer, thread.id) ? yes : mayWriteIn(viewer, thread);
}

/**
 * Whether claims with passages are posted by the import itself. Where a moderator lets in what this person posts, or
 * people speak in turns, they wait in the tray, and each is posted by hand and by the thread's rules.
 */
export function entersAtOnce(viewer: Viewer, thread: ThreadFacts, standing: Standing): boolean {
  return thread.mode !== "SLOW" && !needsReview(viewer, thread, standing);
}

/** Who brought it decides that it is not wanted, or a moderator. */
export function mayPutAway(
  viewer: Viewer,
  thread: Pick<ThreadFacts, "id" | "mode">,
  item: { importedById: string },
): Verdict {
  const seeing = maySeeTray(viewer, thread);
  if (!seeing.ok) return seeing;
  return viewer?.id === item.importedById || moderates(viewer, thread.id) ? yes : no("importer-only");
}
