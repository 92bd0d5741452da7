/** English clauses: who says them taken off, and their verb put before their subject. */
import { isSpeaker, topicOf } from "#lib/sources/questions-cues";

/** A subject longer than this is more likely two clauses misread. */
const SUBJECT_WORDS_MAX = 22;

const CONNECTIVE =
  /^(?:(?:and|but|so|yet|nor|also|still|even so|however|moreover|meanwhile|instead|recently|now|then|in fact),?\s+)+/iu;
/** What may stand before the subject, with a comma after it. */
const FRONTED =
  /^(?:according|after|although|amid|as|at|because|before|by|despite|during|even|for|from|if|in|instead|like|on|once|since|though|to|under|unless|unlike|until|when|where|while|with|within|without|\p{L}+ly)\b/iu;
/** A fact asked for is no question to argue about; what could or should be is one. */
export const MODAL = /(?<![\p{L}’'-])(would|could|should|may|might|must|can|will|shall)(?![\p{L}’'-])/u;
/** What critics say is so may be no fact. */
export const AUXILIARY =
  /(?<![\p{L}’'-])(would|could|should|may|might|must|can|will|shall|is|are|was|were|(?:has|have|had)(?= (?:not |also |already |never )?(?:been|\p{L}+(?:ed|en))(?!\p{L})))(?![\p{L}’'-])/u;
export const RELATIVE =
  /(?<!\p{L})(?:who|whom|which|that|whose|because|whether|if|when|where|while|although)(?!\p{L})/iu;

/** "…, in the view of critics, …" */
const ATTRIBUTED = /, (?:in the (?:view|opinion|words) of|according to) [^,.]{3,60}(?:,|$)/giu;
/** "…: that is how the owners put it". */
const REMARK = /[:;] (?:that|this|it|he|she|they)(?!\p{L}).*$/u;
/** "I think …" */
const SELF = /^I (?:know|think|believe|say|hope|fear)(?: that)? /u;
export const SECOND_CLAUSE = /, (?:but|while|although|though|whereas|so) .*$/u;
/** "…, residents said" and "…, they warn, …" */
const SPEAKER_AFTER =
  /,["”’']? (?:\p{L}+ ){0,4}(?:say|says|said|argue|argues|argued|warn|warns|warned|fear|feared|added|adds)(?: \p{L}+){0,3}$/u;
const SPEAKER_INSIDE = /, (?:\p{L}+ ){1,4}(?:say|says|said|argue|argues|argued|warn|warns|warned|added),(?= )/u;

/** Words that are hardly ever names, if the text has them at a sentence's start alone. */
const NO_NAME = /(?:tional|cial|ical|ous|ive|ments|tions)$/u;

/** The words' first letter made small, where the text has that word so. */
export function withoutCapital(words: string, small: ReadonlySet<string>): string {
  const [first = ""] = /^[\p{L}’'-]+/u.exec(words) ?? [];
  const lower = first.toLowerCase();
  // Two capitals are an abbreviation: "US" is not "us".
  const common = small.has(lower) || NO_NAME.test(first) || isSpeaker(first) || topicOf(first).topic !== null;
  return common && !/\p{Lu}.*\p{Lu}/u.test(first) ? lower + words.slice(first.length) : words;
}

/** A clause without who says it, its first "but" and its end, and with quotation marks only in pairs. */
export function bare(clause: string): string {
  const words = clause
    .trim()
    .replace(/[.,;:!?…]+(["”’']*)$/u, "$1")
    .replace(/^[“"]([^“”"]*)[”"]$/u, "$1")
    .replace(SELF, "")
    .replace(CONNECTIVE, "")
    .replace(REMARK, "")
    .replace(SPEAKER_INSIDE, "")
    .replace(ATTRIBUTED, "")
    .replace(SPEAKER_AFTER, "")
    .replace(/,\s*,/g, ",")
    .replace(/[,;:\s]+$/u, "");
  const paired = (words.match(/“/g)?.length ?? 0) === (words.match(/”/g)?.length ?? 0);
  return paired && (words.match(/"/g)?.length ?? 0) % 2 === 0 ? words : words.replace(/[“”"]/g, "");
}

/** "For a fee, the plan could pass" → ["For a fee, ", "the plan could pass"]. */
export function parted(clause: string): [front: string, rest: string] {
  const [front = ""] = FRONTED.test(clause) ? (/^.*?,["”’']? /u.exec(clause) ?? []) : [];
  return [front, clause.slice(front.length)];
}

/** A clause with its auxiliary before its subject; null where it has no such plain form. */
export function inverted(clause: string, verbs: RegExp, small: ReadonlySet<string>): string | null {
  const [front, rest] = parted(bare(clause));
  const found = verbs.exec(rest);
  const auxiliary = found?.[1];
  if (!found || !auxiliary) return null;
  const subject = rest.slice(0, found.index).trim();
  const predicate = rest
    .slice(found.index + auxiliary.length)
    .trim()
    .replace(SECOND_CLAUSE, "");
  const commas = subject.match(/,/g)?.length ?? 0;
  const plain = subject !== "" && predicate !== "" && commas !== 1 && commas < 3 && !RELATIVE.test(subject);
  if (!plain || /[:;]/.test(subject) || subject.split(/\s+/u).length > SUBJECT_WORDS_MAX) return null;
  const order = `${auxiliary} ${withoutCapital(subject, small)} ${predicate}`;
  return `${front}${order.replace(/(\S[—–]) /g, "$1")}?`;
}
