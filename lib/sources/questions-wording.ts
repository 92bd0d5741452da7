/**
 * A question out of a sentence, by the grammar of English alone: "Critics argue that X could Y." becomes "Could X Y?".
 * Words are moved, left out or put in their plain form; none is swapped for another. Where the sentence has no such form, the question asks
 * about the quoted words as they stand. It is a proposal: whoever opens the thread edits it.
 */
import {
  AUXILIARY,
  bare,
  inverted,
  MODAL,
  parted,
  RELATIVE,
  SECOND_CLAUSE,
  withoutCapital,
} from "#lib/sources/questions-clauses";
import { isSpeaker, judgingVerbs, speakingVerbs, type Topic } from "#lib/sources/questions-cues";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";

/** As long as a thread's question may be. */
const QUESTION_MAX = 280;
/** Of a sentence that is quoted in its question: the rest of the question has room beside it. */
const QUOTED_MAX = 200;
/** A name with what its bearer is: "Ane Holm, who keeps the council's books,". */
const SPEAKER_WORDS_MAX = 16;

const FIRST_PERSON =
  /(?<![\p{L}.])(?:I|[Ww]e|us|[Oo]urs?|[Mm]y|mine|me|[Yy]ou|[Yy]our|[Ll]et[’']s|[Ww]e[’']\p{L}+|I[’']\p{L}+)(?![\p{L}.])/u;

export interface Words {
  sentence: string;
  topic: Topic | null;
  /** The words that the text has in small letters, so that a name keeps its capital and another word does not. */
  small: ReadonlySet<string>;
}

const capitalised = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const SPEAKS = [...speakingVerbs.keys()].join("|");

/** What is in question, after the words that put it there: the first that fits. */
const PUT_IN_QUESTION = [
  /^whether (.+?) (?:is|was|remains|remained) (?:\p{L}+ )?(?:unclear|unknown|uncertain|open|disputed|doubtful|in doubt)(?!\p{L})/iu,
  /(?<!\p{L})(?:whether(?: or not)?|(?:know|ask|asks|asked|wonder|wonders|wondered|wondering|doubt|unclear|sure) if)\s+(?!to\s)(.+)$/iu,
  new RegExp(`^[^“"]{0,160}?(?<!\\p{L})(?:${SPEAKS}|means?) that\\s+(.+)$`, "iu"),
  // Without "that" it is a clause all the same where a modal verb follows a short subject.
  new RegExp(
    `^[\\p{L}’' -]{3,80}?(?<!\\p{L})(?:${SPEAKS}) ((?:\\S+ ){1,8}?(?:would|could|should|may|might|must|will|can) .+)$`,
    "u",
  ),
];

function questionedClause(sentence: string): string | null {
  for (const pattern of PUT_IN_QUESTION) {
    const clause = pattern.exec(sentence)?.[1];
    if (clause) return clause;
  }
  return null;
}

const PLURAL = /(?:[^su'’]s|people|police|staff|\band\b.*)$/u;

/** "Rights groups foresee a disaster" → "Are rights groups right to foresee a disaster?". */
function agreed(sentence: string, verbs: ReadonlyMap<string, string>, small: ReadonlySet<string>): string | null {
  const [, rest] = parted(bare(sentence));
  const words = rest.split(/\s+/u);
  const at = words.findIndex((one) => verbs.has(one));
  const [verb, object] = [words[at], words.slice(at + 1).join(" ")];
  const plain = verb && verbs.get(verb);
  const before = words.slice(0, at).filter((one) => !/^(?:has|have|had|also|now|already|further|then)$/u.test(one));
  const speaker = before.join(" ").replace(/,.*$/u, "");
  const noun = speaker.split(" ").at(-1) ?? "";
  const speaks = isSpeaker(noun) || (/^\p{Lu}/u.test(noun) && before.length < SPEAKER_WORDS_MAX);
  if (!plain || object === "" || !speaks || RELATIVE.test(speaker) || AUXILIARY.test(speaker)) return null;
  const many = verb === plain || (isSpeaker(noun) && PLURAL.test(speaker));
  return `${many ? "are" : "is"} ${withoutCapital(speaker, small)} right to ${plain} ${object.replace(SECOND_CLAUSE, "")}?`;
}

const AS_THEY_STAND: Partial<Record<Topic, string>> = {
  LEGALITY: "Would this be lawful",
  HUMAN_RIGHTS: "Would this respect human rights",
  FEE: "Is this a sound use of money",
  SAFETY: "Is this safe",
  FAIRNESS: "Is this fair",
};

/** A question about words as they stand, cut between words where they are long. */
function aboutWords(sentence: string, topic: Topic | null): string {
  const words = sentence.replace(/[.,;:…]+$/u, "").replace(/[“”"]/g, "");
  const cut = sliceCodePoints(words, 0, QUOTED_MAX).replace(/\s+\S*$/u, "");
  const shown = codePointLength(words) <= QUOTED_MAX ? words : `${cut} …`;
  return `${(topic && AS_THEY_STAND[topic]) ?? "Is this right"}: “${shown}”?`;
}

/** The question that a sentence raises, and whether it is one by itself, not about the words as they stand. */
export function questionOf({ sentence, topic, small }: Words): { question: string; plain: boolean } {
  const clause = questionedClause(sentence);
  const made = /\?$/u.test(sentence)
    ? `${bare(sentence)}?`
    : (agreed(clause ?? sentence, judgingVerbs, small) ??
      inverted(clause ?? sentence, clause ? AUXILIARY : MODAL, small) ??
      agreed(sentence, speakingVerbs, small));
  const question = made && capitalised(made);
  const fits = question && !FIRST_PERSON.test(question) && codePointLength(question) <= QUESTION_MAX;
  return fits ? { question, plain: true } : { question: aboutWords(sentence, topic), plain: false };
}
