/**
 * A map as it was read from somebody's file, whatever its format: claims, what each answers, and the words that the
 * file quotes for them. Nothing of it is believed: neither that a quotation stands in a text, nor who wrote what.
 */
import type { Stance, Target } from "#lib/arguments/view";
import type { Document } from "#lib/text/document";

/** In the order in which they are told apart. */
export const READABLE = ["json", "xaif", "aif", "sadface", "kialo", "debate-map", "cards", "argdown"] as const;
export type ReadableFormat = (typeof READABLE)[number];

/** How a file names the text that it quotes; as much of it as it says. */
export interface NamedSource {
  /** Where the text was published. */
  address: string | null;
  title: string | null;
  /** Of a text that a forum like this one keeps: its slug and the SHA-256 of the version. */
  slug: string | null;
  sha256: string | null;
}

export interface ReadQuotation {
  /** The stretches that are quoted, in their order; none where the file names a text and no words of it. */
  words: string[];
  source: NamedSource;
}

/** What a claim answers. */
export interface ReadPlace {
  /** The id of the claim that is answered; null: the question. */
  parent: string | null;
  /** Null where the file does not say. */
  stance: Stance | null;
  target: Target;
  /** EVIDENCE: which of the parent's quotations; RELEVANCE: which of its places. From 0. */
  at: number | null;
}

export interface ReadClaim {
  /** As the file has it, or its place in the file; no two are alike. */
  id: string;
  claim: string;
  /** The elaboration: plain text, or a document of ours. */
  body: Document | string | null;
  /** One or more, the home first. */
  places: ReadPlace[];
  quotations: ReadQuotation[];
}

/** What a file held and an import does not keep; the sentences stand in `messages`. */
const LOSSES = [
  "wordless",
  "answers-to-nothing",
  "shortened",
  "body-cut",
  "quotations-left",
  "further-places",
  "several-roots",
  "stance-unknown",
  "concession",
  "rephrase",
  "linked",
  "loose",
  "target",
] as const;
export type LossCode = (typeof LOSSES)[number];
export type Losses = Partial<Record<LossCode, number>>;

/** What a thread of its own would open with; our own format alone says all of it. */
export interface ReadOpening {
  question: string;
  thesis: string | null;
  topic: string | null;
  background: string | null;
  raisedBy: ReadQuotation;
}

export interface ReadMap {
  format: ReadableFormat;
  question: string | null;
  thesis: string | null;
  opening?: ReadOpening;
  /** Every claim after those that it answers. */
  claims: ReadClaim[];
  losses: Losses;
}
