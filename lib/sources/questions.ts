/**
 * The questions that an English text raises, proposed from its own sentences, each with the passage that raises it. A
 * proposal for a person to edit: nothing is opened by it.
 *
 * Each sentence, and each stretch of somebody's own words in one, is read for cues (`questions-cues.ts`): critics
 * argue, experts question, "whether", an admitted doubt, a modal verb. What has a cue is worded as a question
 * (`questions-wording.ts`) and weighed: by its clearest cues, by words of a topic, less where the question is about
 * the words as they stand or its subject is a pronoun. The best come first, a topic the later the oftener it was
 * there before, so that the first few are not one question in five forms. Of two that say nearly the same the better
 * one stays. A passage always keeps the rules of `quotation.ts`.
 */

import { type Cue, cuesOf, type Topic, topicOf } from "#lib/sources/questions-cues";
import { type Stretch, stretchesOf } from "#lib/sources/questions-stretches";
import { questionOf } from "#lib/sources/questions-wording";
import { findQuotation, QUOTE_MAX, QUOTE_MIN } from "#lib/sources/quotation";
import { type Paragraph, paragraphsOf } from "#lib/text/canonical";
import { codePointLength } from "#lib/text/code-points";
import { wordsOf } from "#lib/text/words";

export interface Proposal {
  /** What the question is about; null where no list of words knows it. */
  topic: Topic | null;
  question: string;
  /** The words that raise it; places in code points of the text. */
  passage: { start: number; end: number; quote: string };
  why: Cue;
}

interface Candidate extends Proposal {
  score: number;
  /** The words that carry the passage, for comparing. */
  words: ReadonlySet<string>;
}

/** As many as a person looks through before opening one thread. */
const PROPOSALS_MAX = 12;
/** Two cues of one sentence confirm each other; a third says nothing new. */
const CUES_COUNTED = 2;
/** A topic's first word says that it is meant, the second that it is no accident. */
const TOPIC_WORDS_COUNTED = 2;
/** Half a modal verb: a worse wording never hides a clear cue. */
const WEAKER = 0.5;
/** The weight of the clearest cue: a topic comes again where it is that much clearer than what else there is. */
const AGAIN = 3;
/** Half of all their words in both: the same said twice, not two thoughts on one matter. */
const SAME = 0.5;
/** Shorter words are in every sentence. */
const CARRIES_MIN = 4;
/** With fewer such words it is said elsewhere what is spoken of. */
const CARRIED_MIN = 4;
/** A modal verb and a word of a topic: what has less is in every paragraph. */
const SCORE_MIN = 1.5;

const carrying = (words: string): ReadonlySet<string> =>
  new Set(
    wordsOf(words)
      .filter(({ length }) => length >= CARRIES_MIN)
      .map((word) => word.toLowerCase()),
  );

/** Whether one has little that the other has not, or they stand on the same words. */
function nearlySame(a: Candidate, b: Candidate): boolean {
  if (a.question === b.question || (a.passage.start < b.passage.end && b.passage.start < a.passage.end)) return true;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared >= SAME * (a.words.size + b.words.size - shared);
}

const DANGLING = /^\p{L}+ (?:it|they|he|she|this|these|those|that|such)(?!\p{L})/iu;

/** What a stretch of a paragraph proposes; null where nothing in it is in question. */
function candidateOf(stretch: Stretch, small: ReadonlySet<string>): Candidate | null {
  const { start, quote, quoted, sentence } = stretch;
  const length = codePointLength(quote);
  if (length < QUOTE_MIN || length > QUOTE_MAX) return null;
  const cues = cuesOf(quote, quoted);
  const [clearest] = cues;
  if (!clearest) return null;
  const { topic, words } = topicOf(sentence);
  const carried = carrying(quote);
  const { question, plain } = questionOf({ sentence: quote, topic, small });
  const score =
    cues.slice(0, CUES_COUNTED).reduce((sum, { weight }) => sum + weight, 0) +
    Math.min(words, TOPIC_WORDS_COUNTED) * WEAKER -
    (plain ? 0 : quoted ? WEAKER : 3 * WEAKER) -
    ((plain && DANGLING.test(question)) || carried.size < CARRIED_MIN ? 2 * WEAKER : 0);
  if (score < SCORE_MIN) return null;
  return {
    topic,
    question,
    passage: { start, end: start + length, quote },
    why: clearest.cue,
    score,
    words: carried,
  };
}

/** Proposes the questions that a canonical text raises, the best first. */
export function proposeQuestions(text: string): Proposal[] {
  const small = new Set(wordsOf(text).filter((word) => /^\p{Ll}/u.test(word)));
  const candidates = paragraphsOf(text).flatMap((paragraph) =>
    [...stretchesOf(paragraph)].flatMap((stretch) => candidateOf(stretch, small) ?? []),
  );
  const byTopic = Map.groupBy(
    candidates.toSorted((a, b) => b.score - a.score),
    ({ topic }) => topic,
  );
  const queues = [...byTopic.values()].map((waiting) => ({ waiting: waiting.toReversed(), taken: 0 }));
  const worth = ({ waiting, taken }: (typeof queues)[number]) => (waiting.at(-1)?.score ?? 0) - AGAIN * taken;
  const chosen: Candidate[] = [];
  while (chosen.length < PROPOSALS_MAX) {
    const [best] = queues.filter(({ waiting }) => waiting.length > 0).toSorted((a, b) => worth(b) - worth(a));
    const next = best?.waiting.pop();
    if (!best || !next) break;
    if (chosen.some((other) => nearlySame(other, next)) || !findQuotation(text, next.passage).ok) continue;
    best.taken += 1;
    chosen.push(next);
  }
  return chosen.map(({ topic, question, passage, why }) => ({ topic, question, passage, why }));
}

/** What may be proposed to somebody who sees this much of a source: excerpts raise nothing by themselves. */
export function questionsOf(source: { excerpts: boolean; paragraphs: readonly Paragraph[] }): Proposal[] {
  return source.excerpts ? [] : proposeQuestions(source.paragraphs.map(({ text }) => text).join("\n\n"));
}
