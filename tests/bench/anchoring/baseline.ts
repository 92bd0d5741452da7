/**
 * The widespread way to find a quotation again: the exact words; else the approximate ones with up to half their length
 * in errors. Of several places the best by a score of words 50, what stood before 20, what stood behind 20, and the
 * nearness of the old place 2; no score is too low.
 *
 * The approximate search is Myers' ("A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", 1999), in blocks of 32 with only as many blocks at work as can still matter.
 */
export interface Anchor {
  quote: string;
  prefix: string;
  suffix: string;
  start: number;
}

interface Match {
  start: number;
  end: number;
  errors: number;
}

/** As many errors as are looked for in the longest words. */
const ERRORS_MAX = 256;

/** Places in UTF-16. */
export function find(text: string, { quote, prefix, suffix, start }: Anchor): Match | null {
  const matches = search(text, quote, Math.min(ERRORS_MAX, Math.floor(quote.length / 2)));
  const scored = matches.map((match) => {
    const before = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const after = likeness(text.slice(match.end, match.end + suffix.length), suffix);
    const near = 1 - Math.abs(match.start - start) / text.length;
    return { match, score: 50 * (1 - match.errors / quote.length) + 20 * before + 20 * after + 2 * near };
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.match ?? null;
}

function likeness(text: string, pattern: string): number {
  if (pattern === "" || text === "") return 0;
  const [best] = search(text, pattern, pattern.length);
  return best ? 1 - best.errors / pattern.length : 0;
}

/** All matches with the fewest errors. */
function search(text: string, pattern: string, errorsMax: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  if (exact.length > 0) return exact;
  const backwards = reversed(pattern);
  return ends(text, pattern, errorsMax).map(({ end, errors }) => {
    const back = reversed(text.slice(Math.max(0, end - pattern.length - errors), end));
    const longest = ends(back, backwards, errors).reduce((most, match) => Math.max(most, match.end), 0);
    return { start: end - longest, end, errors };
  });
}

const reversed = (text: string) => text.split("").reverse().join("");

const BITS = 32;

/** Where matches with the fewest errors end. */
function ends(text: string, pattern: string, errorsMax: number): { end: number; errors: number }[] {
  const last = Math.ceil(pattern.length / BITS) - 1;
  const masks = masksOf(pattern, last + 1);
  const nothing = new Int32Array(last + 1);
  const [plus, minus] = [new Int32Array(last + 1).fill(-1), new Int32Array(last + 1)];
  const top = Int32Array.from(plus, (_, b) => 1 << (b === last ? (pattern.length - 1) % BITS : BITS - 1));
  const heights = Array.from(plus, (_, b) => (b === last ? pattern.length - last * BITS : BITS));
  const scores: number[] = [];
  for (const height of heights) scores.push((scores.at(-1) ?? 0) + height);
  let most = errorsMax;
  let active = Math.min(last, Math.max(0, Math.ceil(most / BITS) - 1));
  let found: { end: number; errors: number }[] = [];

  const advance = (b: number, mask: number, carry: number): number => {
    const [p, m] = [plus[b] as number, minus[b] as number];
    const negative = carry < 0 ? 1 : 0;
    const vertical = mask | m;
    const equal = mask | negative;
    const horizontal = (((equal & p) + p) ^ p) | equal;
    let up = m | ~(horizontal | p);
    let down = p & horizontal;
    const out = ((up & (top[b] as number)) !== 0 ? 1 : 0) - ((down & (top[b] as number)) !== 0 ? 1 : 0);
    up = (up << 1) | (carry > 0 ? 1 : 0);
    down = (down << 1) | negative;
    plus[b] = down | ~(vertical | up);
    minus[b] = up & vertical;
    scores[b] = (scores[b] as number) + out;
    return out;
  };

  for (let at = 0; at < text.length; at++) {
    const mask = masks.get(text.charCodeAt(at)) ?? nothing;
    let carry = 0;
    for (let b = 0; b <= active; b++) carry = advance(b, mask[b] as number, carry);
    const score = scores[active] as number;
    if (active < last && score - carry <= most && (((mask[active + 1] as number) & 1) !== 0 || carry < 0)) {
      active++;
      plus[active] = -1;
      minus[active] = 0;
      scores[active] = score - carry + (heights[active] as number);
      advance(active, mask[active] as number, carry);
    } else {
      while (active > 0 && (scores[active] as number) >= most + (heights[active] as number)) active--;
    }
    const errors = scores[active] as number;
    if (active !== last || errors > most) continue;
    if (errors < most) found = [];
    most = errors;
    found.push({ end: at + 1, errors });
  }
  return found;
}

/** For each character, the bits of the pattern's blocks at which it stands. */
function masksOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charCodeAt(i);
    const mask = masks.get(character) ?? new Int32Array(blocks);
    mask[i >> 5] = (mask[i >> 5] as number) | (1 << (i & 31));
    masks.set(character, mask);
  }
  return masks;
}
