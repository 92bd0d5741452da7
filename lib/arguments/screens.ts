/** What the screens of a debate show; made by `lib/arguments/queries/outline.ts`. */
import type { List } from "#lib/arguments/reveal";
import type { ArgumentView, CardView, RatedLinkView, Stance, ThreadTop } from "#lib/arguments/view";

/** A card where it stands. */
export interface Item {
  argument: CardView;
  link: RatedLinkView;
  /** Its home is elsewhere: a reference. */
  again: boolean;
  dropped: boolean;
  /** Visible arguments below it, shown or not. */
  below: number;
  /** null: closed. */
  answers: List<Item> | null;
}

export type Columns = Record<Stance, List<Item>>;
export type Which = "answers" | "pro" | "con";

/** What is said of an argument in passing: above another one, or beside it. */
export interface Mention {
  argument: CardView;
  link: RatedLinkView;
}

/** What stands above a screen, and when it was so. */
export interface ThreadNow extends ThreadTop {
  /** The number of the thread's latest event; 0 before the first. */
  latest: number;
}

export interface OutlineView {
  thread: ThreadNow;
  /** Visible arguments by side. */
  sides: Record<Stance, number>;
  columns: Columns;
}

export interface FocusView {
  thread: ThreadNow;
  /** From the answer to the question down to what the argument answers. */
  above: Mention[];
  argument: ArgumentView;
  link: RatedLinkView;
  dropped: boolean;
  /** In how many places it stands, this one among them. */
  places: number;
  /** Beside it in its list, by number. */
  previous: Mention | null;
  next: Mention | null;
  columns: Columns;
}

export interface ListView {
  thread: ThreadNow;
  /** Down to the one that is answered; empty for the question. */
  above: Mention[];
  which: Which;
  list: List<Item>;
  page: number;
  pages: number;
}
