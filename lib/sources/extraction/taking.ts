/** Lines that were set aside, as they travel with the text, and how they come back into it. */
import type { Proposal } from "#lib/sources/extraction/proposal";
import { SET_ASIDE_MAX } from "#lib/sources/schema";
import { canonicalText } from "#lib/text/canonical";
import { parseJson } from "#lib/text/json";

/** As much of the paragraph before it as tells it from others. */
const BEHIND = 40;

export interface Aside {
  text: string;
  reason: string;
  /** Its own among the lines; ticking it names it. */
  line: number;
  /** How many paragraphs stand before it, and how the last of them ends. */
  after: number;
  behind: string;
}

const isAside = (value: unknown): value is Aside => {
  const { text, reason, line, after, behind } = (value ?? {}) as Record<string, unknown>;
  return (
    [text, reason, behind].every((one) => typeof one === "string") &&
    [line, after].every((one) => Number.isSafeInteger(one) && Number(one) >= 0)
  );
};

export function asideOf({ paragraphs, setAside }: Proposal): Aside[] {
  return setAside.slice(0, SET_ASIDE_MAX).map(({ text, reason, line, after }) => ({
    text,
    reason,
    line,
    after,
    behind: (paragraphs[after - 1] ?? "").slice(-BEHIND),
  }));
}

/** Null for what is none of ours. */
export function readAside(json: string): Aside[] | null {
  try {
    const lines = parseJson(json);
    return Array.isArray(lines) && lines.length <= SET_ASIDE_MAX && lines.every(isAside) ? lines : null;
  } catch {
    return null;
  }
}

/** The text with some lines put back where they stood, and the lines that stay aside. */
export function takeBack(text: string, lines: Aside[], wanted: Set<number>): { text: string; left: Aside[] } {
  const paragraphs = canonicalText(text).split("\n\n");
  const taken = Map.groupBy(
    lines.filter(({ line }) => wanted.has(line)),
    (line) => placeOf(line, paragraphs),
  );
  const back = (place: number) => (taken.get(place) ?? []).map((line) => line.text);
  const whole = [...back(0), ...paragraphs.flatMap((paragraph, i) => [paragraph, ...back(i + 1)])];
  return { text: taken.size > 0 ? whole.join("\n\n") : text, left: lines.filter(({ line }) => !wanted.has(line)) };
}

/** How many paragraphs a line stands behind, though some of them may have been changed or taken out since. */
function placeOf({ after, behind }: Aside, paragraphs: string[]): number {
  if (behind === "") return 0;
  const found = paragraphs.flatMap((paragraph, i) => (paragraph.endsWith(behind) ? [i + 1] : []));
  const [nearest = Math.min(after, paragraphs.length)] = found.toSorted(
    (a, b) => Math.abs(a - after) - Math.abs(b - after),
  );
  return nearest;
}
