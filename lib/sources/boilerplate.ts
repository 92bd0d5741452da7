/**
 * Proposes what a news article in plain text consists of: its title and its prose, and what a website put around
 * them. A proposal for a person to confirm, so nothing is lost: every line is in a kept paragraph or set aside with
 * the reason. Section headings stay with the prose. The rules, each blind to the others' mistakes:
 *
 * - prompts to subscribe, image credits and topic lists are known by how they begin or whom they address;
 * - a caption ends in a bracketed credit, or stands twice in a row (then both are);
 * - before the prose come the headline, perhaps again, a subtitle, a byline and dates, in any order after the headline.
 */
import { linesOf } from "#lib/text/canonical";
import { wordsOf } from "#lib/text/words";

export type Reason =
  | "sign-up-prompt"
  | "repeated-headline"
  | "headline"
  | "subtitle"
  | "byline"
  | "last-update"
  | "caption"
  | "repeated-caption"
  | "image-credit"
  | "topic-list";

export interface Article {
  title: string | null;
  subtitle: string | null;
  byline: string | null;
  /** As YYYY-MM-DD. */
  publishedOn: string | null;
  outlet: string | null;
  paragraphs: string[];
  /** `line` is the line of the text, from 1. */
  setAside: { text: string; reason: Reason; line: number }[];
}

interface Line {
  text: string;
  line: number;
  reason: Reason | null;
}

/** A prompt is one short sentence. */
const PROMPT_MAX = 160;
/** The longest headline that fits three lines of print. */
const HEADLINE_MAX = 200;
/** A subtitle is a sentence; what is shorter is a section heading. */
const SUBTITLE_MIN = 40;
/** And what is longer is the first paragraph. */
const SUBTITLE_MAX = 250;

const ADDRESSED = /\byou(?:r|’ll|'ll)?\b|^(?:click|tap|sign up|subscribe|allow|enable|get|join|download|follow)\b/iu;
const OFFERED = /\b(?:notifications?|newsletters?|reminders?|alerts?|subscribe|sign up|inbox)\b/iu;
const IMAGE_CREDIT = /^(?:featured |main |lead )?(?:image|photo|picture)s?(?: credits?| by)?\s*:/iu;
const TOPIC_LIST = /^(?:related )?(?:topics|tags|filed under|categories)\s*:/iu;
const CREDIT = /\/|\bvia\b|©|^(?:image|photo|picture|credit|courtesy)\b|\b(?:images|photos|pictures)$/iu;
const BYLINE = /^(?:(?:written|words|reported|story) )?by\b:?\s+(\S.{1,100})$/iu;
const DATED = /^(?:last )?(updated?|published|posted)\b(?: on\b)?\s*:?(.{0,40})$/iu;
const SENTENCE_END = /[.!?…]["”’')]*$/u;

/** The words of a line, to compare lines by. */
const wordsIn = (text: string) => wordsOf(text).map((word) => word.toLowerCase());
const same = (a: string, b: string) => wordsIn(a).join(" ") === wordsIn(b).join(" ");

/** The same headline, perhaps with a word or two more: of all their words four in five are in both. */
function nearlySame(a: string, b: string): boolean {
  const [left, right] = [new Set(wordsIn(a)), new Set(wordsIn(b))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= 0.8 * (left.size + right.size - shared);
}

/** A caption without its bracketed credit; null where a line has none. */
function uncredited(text: string): string | null {
  const [bracket, credit = ""] = /\(([^()]{3,100})\)$/.exec(text.slice(-102)) ?? [];
  return bracket && CREDIT.test(credit) ? text.slice(0, -bracket.length).trim() : null;
}

/** What a line is by its own words alone. */
function reasonOf(text: string): Reason | null {
  if (IMAGE_CREDIT.test(text)) return "image-credit";
  if (TOPIC_LIST.test(text)) return "topic-list";
  const prompt = text.length <= PROMPT_MAX && ADDRESSED.test(text) && OFFERED.test(text) && !/^["“‘']/.test(text);
  if (prompt) return "sign-up-prompt";
  return uncredited(text) === null ? null : "caption";
}

/** Finds captions by their copies: with a credit anywhere, without one only where the copy comes next. */
function markCopies(lines: Line[]): void {
  const credited = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const caption = uncredited(line.text) ?? line.text;
    const key = wordsIn(caption).join(" ");
    const next = before !== undefined && same(uncredited(before.text) ?? before.text, caption);
    if (line.reason === "caption" && credited.has(key)) line.reason = "repeated-caption";
    else if (next && (line.reason === "caption" || (line.reason === null && !SENTENCE_END.test(caption)))) {
      before.reason ??= "caption";
      line.reason = "repeated-caption";
    }
    if (line.reason === "caption") credited.add(key);
  }
}

/** A day named by numbers or by an English month, as YYYY-MM-DD. */
function dayOf(text: string): string | null {
  const [day] = /\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}/.exec(text) ?? [];
  const date = new Date(`${day} UTC`);
  return day === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

/** Gives the lines before the prose their reasons, and reads what they say. */
function readHead(lines: Line[]): Omit<Article, "paragraphs" | "setAside"> {
  const open = lines.filter((line) => line.reason === null);
  let headline: Line | null = null;
  let subtitle: string | null = null;
  let byline: string | null = null;
  let publishedOn: string | null = null;
  let outlet: string | null = null;
  const isAbout = (line: Line | undefined) => line !== undefined && (BYLINE.test(line.text) || DATED.test(line.text));
  for (const [i, line] of open.entries()) {
    const { text } = line;
    const next = open[i + 1];
    const writer = BYLINE.exec(text)?.[1];
    const [, verb = "", date = ""] = DATED.exec(text) ?? [];
    if (headline && nearlySame(headline.text, text)) {
      line.reason = "repeated-headline";
      // The fuller of two forms is the headline.
      if (text.length > headline.text.length)
        [headline.reason, line.reason, headline] = [line.reason, "headline", line];
    } else if (writer && byline === null && /^\p{Lu}/u.test(writer) && !SENTENCE_END.test(text)) {
      line.reason = "byline";
      [byline = null, outlet = null] = writer.split(/ for (?=\p{Lu})/u);
    } else if (verb && (date.trim() === "" || /\d/.test(date)) && !SENTENCE_END.test(text)) {
      line.reason = "last-update";
      if (!/^update/i.test(verb)) publishedOn ??= dayOf(date);
    } else if (
      i === 0 &&
      next &&
      text.length <= HEADLINE_MAX &&
      (!/\.["”’')]*$/u.test(text) || nearlySame(text, next.text))
    ) {
      line.reason = "headline";
      headline = line;
    } else if (
      headline &&
      subtitle === null &&
      text.length >= SUBTITLE_MIN &&
      text.length <= SUBTITLE_MAX &&
      (!SENTENCE_END.test(text) || isAbout(next))
    ) {
      line.reason = "subtitle";
      subtitle = text;
    } else break;
  }
  return { title: headline?.text ?? null, subtitle, byline, publishedOn, outlet };
}

/** Reads an article from plain text. */
export function readArticle(raw: string): Article {
  const lines: Line[] = linesOf(raw).map((line) => ({ ...line, reason: reasonOf(line.text) }));
  const head = readHead(lines);
  markCopies(lines);
  for (const line of lines) {
    if (line.reason === null && head.title !== null && same(line.text, head.title)) line.reason = "repeated-headline";
  }
  return {
    ...head,
    paragraphs: lines.filter(({ reason }) => reason === null).map(({ text }) => text),
    setAside: lines.flatMap(({ text, reason, line }) => (reason === null ? [] : [{ text, reason, line }])),
  };
}
