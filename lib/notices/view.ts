/** What one is told, as page and letter show it, and how it is said. Pure. */
import type { PersonRef, Stance } from "#lib/arguments/view";
import type { NoticeCause, NoticeKind } from "#lib/notices/schema";

export interface NoticeView {
  kind: NoticeKind;
  /** With the kind, its name. */
  subject: string;
  cause: NoticeCause;
  at: string;
  read: boolean;
  thread: { slug: string; question: string; classId: string | null };
  /** `claim` is null where it may not be shown. */
  argument: { id: string; number: number; claim: string | null };
  /** How it stands to what it answers, by its oldest living link. */
  stance: Stance;
  /** Who posted or marked it; of what moderators decide nobody is named. */
  actor: PersonRef | null;
  /** The number of one's own argument that is answered. */
  mine: number | null;
  /** A removal's or a mark's reason. */
  code: string | null;
}

export interface Followed {
  /** Whether one watches the whole thread. */
  thread: boolean;
  /** Ids of the arguments whose branches one watches, and of those one keeps. */
  branches: string[];
  bookmarks: string[];
}

export type Said = "answeredPRO" | "answeredCON" | "posted" | Exclude<NoticeKind, "POSTED">;

/** Whose `code` names what was doubted, and not a rule. */
export const DOUBTS: readonly NoticeKind[] = ["MARKED", "MENDED", "CHALLENGED", "ANSWERED", "RULED"];

/** The message under `notices.said` that says it, and its values. */
export function saidOf({ kind, argument, stance, actor, mine, code }: NoticeView) {
  const values = { name: actor?.name ?? "", number: argument.number, mine: mine ?? 0, code: code ?? "" };
  const said: Said = kind === "POSTED" ? (mine === null ? "posted" : `answered${stance}`) : kind;
  return { said, values };
}

export interface NoticesOfThread {
  thread: NoticeView["thread"];
  notices: NoticeView[];
}

/** By thread, in the order in which each first comes. */
export function byThread(notices: readonly NoticeView[]): NoticesOfThread[] {
  const threads = Map.groupBy(notices, ({ thread }) => thread.slug);
  return [...threads.values()].flatMap((list) => (list[0] ? [{ thread: list[0].thread, notices: list }] : []));
}
