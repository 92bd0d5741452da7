/** What pages and API see of what was found; made by `lib/search/queries.ts`. */
import type { PersonRef, Stance } from "#lib/arguments/view";
import type { Segment } from "#lib/search/segments";
import type { SourceRef } from "#lib/sources/view";

/** Where words stand in a source's newest version, in code points, half-open. */
interface Placed {
  source: SourceRef;
  /** null where they stand there no more. */
  place: { from: number; to: number } | null;
}

export interface ArgumentHit {
  kind: "ARGUMENT";
  id: string;
  number: number;
  stance: Stance;
  author: PersonRef;
  /** ISO 8601, UTC. */
  postedAt: string;
  thread: { slug: string; question: string };
  claim: Segment[];
  /** A quotation or else the part of the elaboration that says what was asked for; null where only the claim does. */
  quote: ({ words: Segment[] } & Placed) | null;
  body: Segment[] | null;
}

export interface ThreadHit {
  kind: "THREAD";
  slug: string;
  question: Segment[];
  openedAt: string;
  said: Segment[] | null;
}

export interface SourceHit {
  kind: "SOURCE";
  source: SourceRef;
  title: Segment[];
  outlet: Segment[] | null;
  byline: Segment[] | null;
  publishedOn: string | null;
  note: Segment[] | null;
}

export interface TextHit {
  kind: "TEXT";
  source: SourceRef;
  paragraph: number;
  words: Segment[];
}

export interface PassageHit extends Placed {
  kind: "PASSAGE";
  id: string;
  words: Segment[];
  /** Visible arguments that stand on it, by how they stand to what they answer; of one thread where that was asked. */
  counts: Record<Stance, number>;
}

export type Hit = ArgumentHit | ThreadHit | SourceHit | TextHit | PassageHit;

/** A way to narrow a search down, and how much is left. */
export interface Narrowing {
  /** Slug or handle. */
  value: string;
  label: string;
  count: number;
}

export interface Found {
  items: Hit[];
  next: string | null;
  /** As many as all pages hold together. */
  total: number;
  /** What there is of each kind; of passages only where they were asked for. */
  kinds: Partial<Record<Hit["kind"], number>>;
  threads: Narrowing[];
  sources: Narrowing[];
  authors: Narrowing[];
  /** Where little was found: the same with the words that may have been meant. */
  meant: string | null;
}
