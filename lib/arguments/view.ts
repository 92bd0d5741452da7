/** What pages, API and exports see of threads, arguments and links; made by `lib/arguments/queries/`. */
import type { CitationView, RaisedView } from "#lib/sources/view";
import type { Document } from "#lib/text/document";
import type { ModeNow } from "#lib/threads/mode";

export type Stance = "PRO" | "CON";
export type Target = "CLAIM" | "RELEVANCE" | "EVIDENCE";
/** Hidden is out of sight until a moderator has judged it; removed is judged; merged stands as part of another,
 * split as its parts. */
export type ArgumentState = "VISIBLE" | "PENDING" | "WITHDRAWN" | "REMOVED" | "HIDDEN" | "MERGED" | "SPLIT";

export interface PersonRef {
  handle: string;
  name: string;
}

export interface MarkView {
  kind: string;
  note: string | null;
  by: PersonRef;
  at: string;
  /** Its author revised it since; the mark goes when its maker or a moderator agrees. */
  mended?: true;
}

/** In which quality a judgement was made; nobody: by the flags of many, until somebody judges. */
export type JudgeRole = "MODERATOR" | "ADMIN" | "NOBODY";

/** What stands where words were withdrawn, removed, hidden or merged; answers stay below it, but for what was merged. */
export interface Tombstone {
  at: string;
  reason: string | null;
  /** Who did it, where it was not the author. */
  role?: JudgeRole;
  /** Reason code and policy version of a removal, e.g. "off-topic" and 1. */
  code: string | null;
  policy: number | null;
  /** Of what was merged: where its words are read and its answers stand. */
  into?: { id: string; number: number };
  /** Of what was split: as what it stands. */
  parts?: { id: string; number: number }[];
}

export interface ArgumentView {
  id: string;
  /** Stable number in its thread, shown as #12. */
  number: number;
  state: ArgumentState;
  author: PersonRef;
  /** ISO 8601, UTC. */
  postedAt: string;
  /** null on a tombstone, as are body, and citations are []. */
  claim: string | null;
  body: Document | null;
  citations: CitationView[];
  /** Ordinal of the shown revision, from 1. */
  revision: number;
  revisedAfterAnswers: boolean;
  marks: MarkView[];
  tombstone: Tombstone | null;
}

/** What an argument answers. A living link; ended ones are no part of a view. */
export interface LinkView {
  id: string;
  child: string;
  /** null: the thread's question. */
  parent: string | null;
  stance: Stance;
  target: Target;
  targetCitation: string | null;
  targetLink: string | null;
  concession: boolean;
  startedAt: string;
}

/** A link as a screen shows it, with how often each impact from 0 to 4 was given to it. */
export interface RatedLinkView extends LinkView {
  ratings: readonly number[];
}

/** Of a thread's visible arguments: how many there are, and on how many passages and texts they stand. */
export interface ThreadCounts {
  arguments: number;
  passages: number;
  sources: number;
}

/** What stands above every view of a thread. */
export interface ThreadTop {
  id: string;
  slug: string;
  question: string;
  background: string | null;
  raisedBy: RaisedView;
  /** Whether nothing can be added. */
  locked: boolean;
  /** A class owns it, and nobody else knows of it. */
  owned?: true;
  /** How posts are let in. */
  letsIn: ModeNow;
  counts: ThreadCounts;
}

export interface ThreadView extends ThreadTop {
  /** The question's declarative form, for formats that need a claim at the root. */
  thesis: string | null;
  topic: string | null;
  openedAt: string;
  /** The two numbers of the rule of dropped arguments. */
  dropped: { afterHours: number; laterArguments: number };
  /** By number. Pending ones are no part of it. */
  arguments: ArgumentView[];
  links: LinkView[];
}

/** An argument as a screen of many shows it: its elaboration is read where it stands alone. */
export interface CardView extends Omit<ArgumentView, "body"> {
  elaborated: boolean;
}
