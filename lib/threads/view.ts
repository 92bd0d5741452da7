/** What pages, API and exports see of a thread; made by `lib/threads/queries.ts`. */
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import type { PassageView } from "#lib/sources/view";

export interface ThreadView {
  id: string;
  slug: string;
  question: string;
  /** The question's declarative form, for formats that need a claim at the root. */
  thesis: string | null;
  topic: string | null;
  background: string | null;
  raisedBy: PassageView;
  openedAt: string;
  locked: boolean;
  /** The two numbers of the rule of dropped arguments. */
  dropped: { afterHours: number; laterArguments: number };
  /** By number. Pending ones are no part of it. */
  arguments: ArgumentView[];
  links: LinkView[];
}
