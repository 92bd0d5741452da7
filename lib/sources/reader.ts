/** A source's text as it is shown: each paragraph cut where cited words begin or end, with what stands on every part. */
import type { Paragraph } from "#lib/text/canonical";

export interface CitingArgument {
  id: string;
  number: number;
  claim: string;
  stance: "PRO" | "CON";
  thread: { slug: string };
}

/** A passage and the visible arguments that stand on it; passages may overlap. Places are code points, half-open. */
export interface CitedStretch {
  start: number;
  end: number;
  quote: string;
  /** Number of the paragraph in which it starts. */
  paragraph: number;
  pro: number;
  con: number;
  arguments: CitingArgument[];
}

export interface Segment {
  text: string;
  start: number;
  /** 0: not cited. 1: by one argument, 2: by two or three, 3: by four or more. */
  weight: 0 | 1 | 2 | 3;
  /** The passages that begin here. */
  opens: CitedStretch[];
}

/** The three steps of the marker: read apart at a glance, and few enough to be remembered. */
function weightOf(count: number): Segment["weight"] {
  if (count === 0) return 0;
  if (count === 1) return 1;
  return count < 4 ? 2 : 3;
}

/** The paragraph's text in order, without gaps. An argument that stands on overlapping passages counts once. */
export function segmentsOf(paragraph: Paragraph, stretches: CitedStretch[]): Segment[] {
  const { start, end } = paragraph;
  const letters = [...paragraph.text];
  const here = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
  const cuts = new Set([start, end]);
  for (const stretch of here) {
    cuts.add(Math.max(stretch.start, start));
    cuts.add(Math.min(stretch.end, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    const over = here.filter((stretch) => stretch.start <= from && stretch.end >= to);
    const standing = new Set(over.flatMap((stretch) => stretch.arguments.map(({ id }) => id)));
    return {
      text: letters.slice(from - start, to - start).join(""),
      start: from,
      weight: weightOf(standing.size),
      opens: here.filter((stretch) => stretch.start === from),
    };
  });
}

/** Where both sides stand on the same words first, the evenest and then the most argued before the rest. */
export function contestedFirst(stretches: CitedStretch[]): CitedStretch[] {
  const contest = ({ pro, con }: CitedStretch) => Math.min(pro, con);
  return stretches.toSorted(
    (a, b) => contest(b) - contest(a) || b.arguments.length - a.arguments.length || a.start - b.start,
  );
}
