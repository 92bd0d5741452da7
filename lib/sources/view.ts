/** What pages, API and exports see of a source; made by `lib/sources/queries.ts`. */

export type SourceKind = "ARTICLE" | "DIGEST";
export type Rights = "OPEN" | "CLASS" | "EXCERPTS";
/** What the server itself knows of where a text came from. */
export type Provenance = "PASTED" | "FILE" | "FETCHED";

export interface SourceRef {
  slug: string;
  title: string;
  kind: SourceKind;
}

/** A span as shown: offsets are 0-based, half-open, in code points of its version's text. */
export interface SpanView {
  start: number;
  end: number;
  quote: string;
  /** Up to 32 code points before and after, for re-anchoring. */
  prefix: string;
  suffix: string;
  /** 1-based number of the paragraph in which the span starts. */
  paragraph: number;
  /** Words left out since the span before it; 0 for the first. */
  gapWords: number;
}

/** A doubt about what is made of words: about this use of them, or ruled on them wherever they are used. */
export interface Doubt {
  kind: "ALTERED" | "CLIPPED" | "OUT_OF_CONTEXT" | "OVERCLAIMED" | "RETRACTED";
  ruled: boolean;
  /** The argument at which it was raised. */
  argument: string;
}

/** One citation of an argument's current revision. */
export interface CitationView {
  id: string;
  source: SourceRef;
  version: number;
  /** One to five, in text order. */
  spans: SpanView[];
  /** The rest of the sentence before the first and after the last span. */
  before: string;
  after: string;
  state: "VERBATIM" | "MOVED" | "ORPHANED";
  /** Of words that moved: its author said that those which took their place carry it as well. */
  confirmed?: true;
  /** Doubts about it that wait for a ruling, and rulings on its words, wherever they were made. */
  challenges?: Doubt[];
  /** Where its first words stand in the newest version; null where they do not, absent where that is the version cited. */
  now?: { start: number; end: number } | null;
}

/** Words in their sentence. */
export type PassageView = Omit<CitationView, "id" | "state" | "confirmed" | "challenges">;

/** The words that raised a thread, and what became of them where they are not unchanged. */
export type RaisedView = PassageView & { state?: "MOVED" | "ORPHANED" };
