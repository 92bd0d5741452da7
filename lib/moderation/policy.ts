/** Who may judge, and who says by which rules. */
import type { Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** The rules are the site owner's. */
export function mayPublishPolicy(viewer: Viewer): Verdict {
  if (!viewer) return no("sign-in-first");
  return viewer.role === "ADMIN" ? yes : no("admins-only");
}
