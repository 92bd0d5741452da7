/** Who may do what with a thread's map. */
import type { Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

/** Everybody may take a map along; what is kept is kept for somebody. */
export const mayTakeSnapshot = (viewer: Viewer): Verdict => (viewer ? yes : no("sign-in-first"));
