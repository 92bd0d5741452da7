/**
 * What is proposed of a text that somebody brings: the prose, what was set aside of it and why, and what it claims
 * about itself. However it came, it is read by the same rules, so that the same article gives the same text.
 */
import { readArticle } from "#lib/sources/boilerplate";
import type { Warning } from "#lib/sources/extraction/warning";
import { canonicalText, linesOf } from "#lib/text/canonical";
import { wordsOf } from "#lib/text/words";

/** A paragraph as a reader found it; `reason` where it is known to be none of the prose. */
export interface Block {
  text: string;
  reason: string | null;
}

/** What a reader makes of a file, before anybody asks which of it is prose. */
export interface Reading {
  blocks: Block[];
  claims?: Partial<Claims>;
  warnings?: Warning[];
}

export interface Claims {
  title: string | null;
  outlet: string | null;
  byline: string | null;
  /** As YYYY-MM-DD. */
  publishedOn: string | null;
}

export interface SetAside {
  text: string;
  reason: string;
  /** Its line in a plain text, from 1; of any other text the number of its paragraph. */
  line: number;
  /** How many kept paragraphs stand before it. */
  after: number;
}

export interface Proposal extends Claims {
  paragraphs: string[];
  setAside: SetAside[];
  warnings: Warning[];
}

/** An article has more words; less is a teaser, or what stands before a wall that asks for money or consent. */
const WORDS_MIN = 120;

const same = (a: string, b: string) => canonicalText(a).toLowerCase() === canonicalText(b).toLowerCase();

/** Reads plain text; the lines are those of the text. */
export function proposeText(raw: string): Proposal {
  const lines = linesOf(raw);
  const { paragraphs, setAside, ...claims } = readArticle(raw);
  const reasons = new Map(setAside.map(({ line, reason }) => [line, reason as string]));
  return propose(
    lines.map(({ text, line }) => ({ text, line, reason: reasons.get(line) ?? null })),
    claims,
    [],
  );
}

/** Reads what a reader found: a title that it knows stands before the text, as it does where somebody pastes one. */
export function proposeBlocks({ blocks, claims = {}, warnings = [] }: Reading): Proposal {
  const clean = blocks.flatMap(({ text, reason }) => linesOf(text).map((line) => ({ text: line.text, reason })));
  const open = clean.filter(({ reason }) => reason === null);
  const { title } = claims;
  const titled = title && !(open[0] && same(open[0].text, title));
  const article = readArticle([...(titled ? [title] : []), ...open.map(({ text }) => text)].join("\n\n"));
  const reasons = new Map(article.setAside.map(({ line, reason }) => [line, reason as string]));
  let seen = titled ? 1 : 0;
  const lines = clean.map(({ text, reason }, i) => ({
    text,
    line: i + 1,
    // Paragraphs stand on every second line of what was read.
    reason: reason ?? reasons.get(2 * seen++ + 1) ?? null,
  }));
  const { outlet, byline, publishedOn } = article;
  return propose(
    lines,
    {
      title: article.title ?? title ?? null,
      outlet: claims.outlet ?? outlet,
      byline: claims.byline ?? byline,
      publishedOn: claims.publishedOn ?? publishedOn,
    },
    warnings,
  );
}

function propose(
  lines: (Block & { line: number })[],
  { title, outlet, byline, publishedOn }: Claims,
  warnings: Warning[],
): Proposal {
  const paragraphs: string[] = [];
  const setAside: SetAside[] = [];
  for (const { text, reason, line } of lines) {
    if (reason === null) paragraphs.push(text);
    else setAside.push({ text, reason, line, after: paragraphs.length });
  }
  const short = wordsOf(paragraphs.join(" ")).length < WORDS_MIN;
  const all: Warning[] = short ? [...warnings, "short-text"] : warnings;
  return { title, outlet, byline, publishedOn, paragraphs, setAside, warnings: all };
}
