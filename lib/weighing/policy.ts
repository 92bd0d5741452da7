/** Who may weigh what. */
import type { ArgumentState } from "#lib/arguments/view";
import { mayWriteIn } from "#lib/threads/policy";
import type { Viewer } from "#lib/users/viewer";
import { no, type Verdict, yes } from "#lib/verdict";
import type { ThreadMode } from "../../prisma/generated/enums.ts";

interface LinkFacts {
  /** Of the argument that the link puts somewhere. */
  authorId: string;
  state: ArgumentState;
  living: boolean;
}

/** Everybody weighs what somebody else said, where it stands now. */
export function mayRate(viewer: Viewer, link: LinkFacts, thread: { mode: ThreadMode }): Verdict {
  const writing = mayWriteIn(viewer, thread);
  if (!writing.ok) return writing;
  if (viewer?.id === link.authorId) return no("rating-own");
  if (link.state !== "VISIBLE") return no("argument-gone");
  return link.living ? yes : no("rating-ended");
}
