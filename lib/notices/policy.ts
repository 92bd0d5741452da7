/** Who may follow. */
import type { Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";

export const mayFollow = (viewer: Viewer): Verdict => (viewer ? yes : no("sign-in-first"));
