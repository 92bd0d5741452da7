/**
 * A map as figures: where each box stands, the lines of its text, and the paths between boxes. Whoever draws it, as SVG
 * in a page, in a file, or on paper, takes all places from here. One unit is a CSS pixel.
 *
 * Left to right, the question first. From a box a hairline, the trunk, leads to the stubs of its answers, and a stub
 * alone has a stance. Where an argument answers something else besides, a curve leads from there to a stub of its own.
 */
import type { Stance, Target } from "#lib/arguments/view";

/** The id of the question's box; an argument's is its own. */
export const QUESTION = "question";

/** How text is set in a box; the sizes are the floor of what reads well at its natural size. */
export const SET = {
  width: 224,
  /** From the box to its text, on every side. */
  pad: 6,
  /** The line of stance and number. */
  head: { size: 12, baseline: 18 },
  /** Claims: the first baseline, and from each to the next. */
  claim: { size: 13.5, baseline: 36, lead: 17 },
  question: { size: 17, baseline: 38, lead: 22 },
  /** Where lines come and go, below the upper edge: the middle of the first line of a claim. */
  anchor: 32,
  /** The stance part of a line, right before its box. */
  stub: 20,
} as const;

/** What a map tells of an argument, and of its link to what it answers. */
export interface Drawable {
  id: string;
  number: number;
  /** The claim, or that it is gone. */
  text: string;
  gone: boolean;
  dropped: boolean;
  /** Its home is not on the map; here it answers something else. */
  elsewhere: boolean;
}
export interface Aim {
  stance: Stance;
  target: Target;
  concession: boolean;
  /** null: the question. */
  parent: string | null;
}

/** An argument in its place. */
export interface Sprig {
  argument: Drawable;
  /** null where it answers nothing any more. */
  aim: Aim | null;
  answers: Sprig[];
  /** Arguments below that are not drawn though their place is known. */
  below: number;
  /** Answers to it that are left out of a list that is begun. */
  rest: number;
}

export interface Sketch {
  /** The question, or the argument whose branch it is, with what it answers left out. */
  root: string | Drawable;
  top: Sprig[];
  /** Answers to the root that are left out. */
  rest: number;
  /** Places besides the first; those with an end that is not drawn are passed over. */
  again: { child: string; aim: Aim }[];
  /** Of a claim; the question is never cut. */
  lines: number;
}

export interface MapNode {
  kind: "QUESTION" | "ARGUMENT" | "REST";
  /** An argument's own; "question"; for the rest of a list that of its parent with "-rest". */
  id: string;
  /** Of what it stands below; null for the question. */
  parent: string | null;
  number: number | null;
  x: number;
  y: number;
  width: number;
  height: number;
  /** 0 for the question. */
  depth: number;
  /** The line of stance: "Con, evidence". */
  head: string;
  lines: string[];
  /** All that the lines say, uncut. */
  text: string;
  stance: Stance | null;
  gone: boolean;
  dropped: boolean;
  elsewhere: boolean;
  /** Arguments below it, or of the rest, that are not drawn. */
  below: number;
}

export interface MapEdge {
  kind: "HOME" | "AGAIN";
  child: string;
  parent: string;
  /** null where nothing is answered any more. */
  stance: Stance | null;
  target: Target;
  /** Withdrawn or removed: dotted. */
  gone: boolean;
  /** The stub, straight, from left to right. */
  path: string;
  /** Relevance: a bar across the stub. Evidence: a square at its beginning. Claim: nothing. */
  mark: string | null;
  /** From what is answered to the stub, where that is no trunk. */
  curve: string | null;
}

export interface MapDrawing {
  nodes: MapNode[];
  /** Hairlines, one for each box that has answers here. */
  trunks: { parent: string; path: string }[];
  edges: MapEdge[];
  width: number;
  height: number;
}

/** A node before it has a place. */
export type Content = Omit<MapNode, "x" | "y" | "width" | "height" | "depth" | "parent"> & { aim: Aim | null };
