/** A source's text as it is shown: each paragraph cut where cited words begin or end, with what stands on every part. */
import type { Doubt } from "#lib/sources/view";
import type { Paragraph } from "#lib/text/canonical";

export interface CitingArgument {
  id: string;
  number: number;
  claim: string;
  stance: "PRO" | "CON";
  thread: { slug: string };
  /** What became of the words since they were cited, where they are not unchanged. */
  state?: "MOVED" | "ORPHANED";
  confirmed?: true;
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
  /** What a moderator ruled on these words. */
  ruled?: Doubt[];
  arguments: CitingArgument[];
}

export interface Segment {
  text: string;
  start: number;
  /** 0: not cited. 1: by one argument, 2: by two or three, 3: by four or more. */
  weight: 0 | 1 | 2 | 3;
  /** Whether arguments of both sides stand on these words. */
  contested: boolean;
  /** Whether they are of the stretch that an address names. */
  named: boolean;
  /** The passages that begin here. */
  opens: CitedStretch[];
}

/** A stretch that an address names: `/s/slug?from=12&to=80`; null where it does not. */
export function stretchNamed({ from, to }: { from?: string; to?: string }): { start: number; end: number } | null {
  const [start, end] = [Number(from || Number.NaN), Number(to || Number.NaN)];
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end ? { start, end } : null;
}

/** The three steps of the marker: read apart at a glance, and few enough to be remembered. */
function weightOf(count: number): Segment["weight"] {
  if (count === 0) return 0;
  if (count === 1) return 1;
  return count < 4 ? 2 : 3;
}

/** The paragraph's text in order, without gaps. An argument that stands on overlapping passages counts once. */
export function segmentsOf(
  paragraph: Paragraph,
  stretches: CitedStretch[],
  named: { start: number; end: number } | null = null,
): Segment[] {
  const { start, end } = paragraph;
  const letters = [...paragraph.text];
  const here = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
  const cuts = new Set([start, end]);
  const isHere = named !== null && named.start < end && named.end > start;
  for (const stretch of isHere ? [...here, named] : here) {
    cuts.add(Math.max(stretch.start, start));
    cuts.add(Math.min(stretch.end, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    const over = here.filter((stretch) => stretch.start <= from && stretch.end >= to);
    const standing = over.flatMap((stretch) => stretch.arguments);
    return {
      text: letters.slice(from - start, to - start).join(""),
      start: from,
      weight: weightOf(new Set(standing.map(({ id }) => id)).size),
      contested: new Set(standing.map(({ stance }) => stance)).size > 1,
      named: isHere && named.start <= from && named.end >= to,
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
