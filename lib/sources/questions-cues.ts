/**
 * What in a sentence of an English text shows that something is in question, and what it is about. Lists of plain
 * words, the same for every text; each is read by code as a whole word, in any case.
 */

const TOPICS = [
  "LEGALITY",
  "HUMAN_RIGHTS",
  "FEE",
  "SAFETY",
  "HEALTH",
  "LEARNING",
  "ENVIRONMENT",
  "FAIRNESS",
  "WORK",
] as const;
export type Topic = (typeof TOPICS)[number];

/** Why a sentence was proposed. */
export type Cue = "ASKED" | "WHETHER" | "CRITICS" | "EXPERTS" | "QUOTED" | "JUDGED" | "DOUBT" | "SUPPORTERS" | "MODAL";

const listed = (words: string) => words.trim().split(/\s+/).join("|");
const word = (words: string, flags = "giu") => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

/** A stem that may go on is written with `\p{L}*`. */
const ABOUT: Record<Topic, RegExp> = {
  LEGALITY: word(
    String.raw`law|laws|lawful\p{L}*|unlawful\p{L}*|lawsuits?|legal\p{L}*|illegal\p{L}*|legislation|constitution\p{L}*|unconstitutional\p{L}*|due process|courts?|judges?|treaty|treaties|statut\p{L}+|jurisdiction|sued?|suing|permits?`,
  ),
  HUMAN_RIGHTS: word(
    String.raw`human rights|civil (?:rights|liberties)|humanitarian\p{L}*|inhuman\p{L}*|torture\p{L}*|cruel\p{L}*|degrading|dignity|ill-treat\p{L}*|mistreat\p{L}*|abus(?:e|es|ed|ive)|solitary confinement|death penalty|privacy|freedoms?|ethical\p{L}*`,
  ),
  FEE: word(
    String.raw`fees?|prices?|costs?|costly|pay|pays|paying|paid|payments?|money|budgets?|afford\p{L}*|fund|funds|funded|funding|subsid\p{L}+|tax|taxes|taxpayers?|fares?|expens\p{L}+|profit\p{L}*|revenues?|income|loans?|debts?|bonds|invest\p{L}*|spend|spending|spent|million|billion|[$£€]\s?\d[\d.,]*`,
  ),
  SAFETY: word(
    String.raw`safe|safer|safety|unsafe|danger\p{L}*|risks?|risky|accidents?|crimes?|violen\p{L}+|security|injur\p{L}+|threat\p{L}*|drown\p{L}*|rescue\p{L}*|emergenc\p{L}+|weapons?`,
  ),
  HEALTH: word(String.raw`health\p{L}*|sleep|anxiety|anxious|disease\p{L}*|hospitals?|ill|illness\p{L}*|medic\p{L}+`),
  LEARNING: word(String.raw`learn\p{L}*|grades?|exams?|attainment|classrooms?|homework|concentrat\p{L}+|lessons?`),
  ENVIRONMENT: word(String.raw`climate|emissions?|carbon|wildlife|pollut\p{L}+|noise|habitats?|environment\p{L}*`),
  FAIRNESS: word(String.raw`fair|fairer|fairness|unfair\p{L}*|equal|equally|equality|inequal\p{L}+|discriminat\p{L}+`),
  WORK: word(String.raw`jobs?|employ\p{L}*|unemploy\p{L}*|wages?|workers?|livelihoods?`),
};

/** Who may speak against, with knowledge, or for; of a name its last word counts. */
const CRITICS =
  listed(`critics? opponents? campaigners? activists? protesters? objectors? residents? neighbours? neighbors?
  parents? pupils? students? passengers? patients? customers? unions? charity charities groups? organi[sz]ations?
  watchdogs? auditors? councillors? senators? lawmakers? economists? islanders? villagers? shopkeepers? fans?`);
const EXPERTS = listed(`experts? scholars? lawyers? professors? scientists? researchers? engineers? doctors?
  analysts? academics? historians? judges? psychologists? teachers? specialists? nurses?`);
const SUPPORTERS = listed(`supporters? backers? advocates? proponents? defenders? allies government ministers? officials
  administration mayor governor council board company owners? operator head headteacher`);

/** Verbs of saying and judging by their plain form, with the others. What takes an object can be agreed with. */
const SAYING = `argue argues argued|say says said|warn warns warned|fear fears feared|claim claims claimed|believe believes
  believed|insist insists insisted|maintain maintains maintained|contend contends contended|think thinks thought|complain
  complains complained|predict predicts predicted|estimate estimates estimated|hope hopes hoped|worry worries worried|suggest
  suggests suggested|object objects objected|add adds added|hold holds held|expect expects expected`;
const JUDGING = `foresee foresees foresaw foreseen|condemn condemns condemned|criticise criticises criticised|criticize
  criticizes criticized|oppose opposes opposed|reject rejects rejected|defend defends defended|doubt doubts doubted|question
  questions questioned|challenge challenges challenged|dispute disputes disputed|denounce denounces denounced|call calls
  called|brand brands branded|raise raises raised`;
const ASKING = "ask|asks|asked|wonder|wonders|wondered|demand|demands|demanded";

const formsOf = (verbs: string) =>
  new Map(
    verbs.split("|").flatMap((forms) => {
      const [base = "", ...others] = forms.trim().split(/\s+/);
      return [base, ...others].map((form) => [form, base] as const);
    }),
  );
/** Each form of a verb with its plain form. */
export const judgingVerbs: ReadonlyMap<string, string> = formsOf(JUDGING);
export const speakingVerbs: ReadonlyMap<string, string> = formsOf(`${SAYING}|${JUDGING}`);

const SPEAKER = word(`${CRITICS}|${EXPERTS}|${SUPPORTERS}`, "iu");
/** Whether a word alone says who speaks. */
export const isSpeaker = (noun: string): boolean => SPEAKER.test(noun);

const SPEAKS = [...speakingVerbs.keys()].join("|");
/** Between who speaks and the verb: "critics *of the scheme* argue", "experts *have also* raised". */
const BETWEEN = String.raw`(?:\s+[\p{L}’'-]+){0,6}?`;
const speech = (who: string) =>
  new RegExp(
    `${word(who, "iu").source}${BETWEEN}\\s+(?:${SPEAKS}|${ASKING})(?!\\p{L})|(?:according to|view of|opinion of|say|said|from) (?:\\p{L}+ ){0,3}?(?:${who})(?!\\p{L})`,
    "iu",
  );

/** How much each cue says that something is in question, and where it is seen; the clearest first. */
const CUES: readonly { cue: Cue; weight: number; seen: RegExp }[] = [
  { cue: "ASKED", weight: 3, seen: /\?["”’')]*$/u },
  { cue: "WHETHER", weight: 3, seen: word("whether", "iu") },
  { cue: "CRITICS", weight: 2.5, seen: speech(CRITICS) },
  { cue: "EXPERTS", weight: 2.5, seen: speech(EXPERTS) },
  {
    cue: "DOUBT",
    weight: 2,
    seen: word(
      String.raw`doubts?|doubted|doubtful|unclear|uncertain|unknown|questionable|remains to be seen|left open|contested|disput(?:e|es|ed)|debat(?:e|es|ed|ing)|controvers\p{L}+|object(?:s|ed|ions?)|criticisms?|alleg(?:e|es|ed|ations?)|accus\p{L}+|claim(?:s|ed)|concerns|ethical questions?|questions (?:about|over|of)|wonder(?:s|ed|ing)? if|(?:don[’']t|doesn[’']t|not) (?:know|sure)(?: (?:if|whether|that))?`,
      "iu",
    ),
  },
  { cue: "SUPPORTERS", weight: 1.5, seen: speech(SUPPORTERS) },
  { cue: "JUDGED", weight: 1, seen: /(?<!\p{L})(?:call|calls|called|brand|brands|branded) [^.“"]{1,60}[“"]/iu },
  {
    cue: "MODAL",
    weight: 1,
    seen: /(?<!\p{L})(?:could|would|should|may|might|must|ought to|if|warn(?:s|ed)?|fear(?:s|ed)?|foresees?|foresaw|predict(?:s|ed)?)(?!\p{L})/u,
  },
];

/** In somebody's own words: doubt that they admit, or a condition that they set. */
const ADMITTED =
  /(?<!\p{L})(?:if (?:we|i|it|they|you)|(?:don[’']t|not) (?:know|sure)|whether|maybe|perhaps|i doubt)(?!\p{L})/iu;
const ADMITTED_WEIGHT = 2.5;
/** What somebody says will be, in words that are on record. */
const SAID_WEIGHT = 1;

/** The topic with most of its words in a sentence; of equal ones the first listed. Null: none has any. */
export function topicOf(sentence: string): { topic: Topic | null; words: number } {
  let best: { topic: Topic | null; words: number } = { topic: null, words: 0 };
  for (const topic of TOPICS) {
    const words = sentence.match(ABOUT[topic])?.length ?? 0;
    if (words > best.words) best = { topic, words };
  }
  return best;
}

/** The cues of a sentence, the most telling first; `quoted` where it is somebody's own words. */
export function cuesOf(passage: string, quoted: boolean): { cue: Cue; weight: number }[] {
  const seen = CUES.filter((one) => one.seen.test(passage)).map(({ cue, weight }) => ({ cue, weight }));
  if (!quoted || seen.length === 0) return seen;
  const admitted = ADMITTED.test(passage);
  const others = admitted ? seen.filter(({ cue }) => cue !== "DOUBT" && cue !== "WHETHER") : seen;
  const own = { cue: "QUOTED" as const, weight: admitted ? ADMITTED_WEIGHT : SAID_WEIGHT };
  return [own, ...others].toSorted((a, b) => b.weight - a.weight);
}
