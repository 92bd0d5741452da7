/** How surely and how fast citations are found again in a corrected text, beside the widespread way to do it. */

import { Chance } from "../../../bin/synthetic/chance.ts";
import type { Measured } from "../pages/pages.ts";
import { interval, scoreOf, share } from "./score.ts";
import { type Answers, baseline, type Citation, CLASSES, ours, type Trial, trialOf } from "./trial.ts";

const LEVELS = [0.01, 0.05, 0.1, 0.2];
/** The level at which recall and time are promised. */
const PROMISED_AT = 0.1;
const WORDS = 50_000;
/** Made-up texts a level, so that no figure hangs on one; of each as many citations. */
const TEXTS = 3;
const CITATIONS = 3_000;
/** The baseline searches the whole text for each citation, so it is asked for fewer. */
const SAMPLE = 120;
const TIMED = 1_000;

const PRECISION_MIN = 0.995;
const RECALL_MIN = 0.95;
const SECONDS_MAX = 5;
const TIME_SHARE_MAX = 0.1;

/** Any number will do; with the same the texts are the same. */
const SEED = 20_261_122;

export async function bench(): Promise<Measured[]> {
  console.log(row("words changed", "length", "by", "citations", "precision (95 %)", "recall (95 %)"));
  console.log(row(..."------".split("")));
  const measured: Measured[] = [];
  for (const [i, rate] of LEVELS.entries()) {
    const trials = Array.from({ length: TEXTS }, (_, n) =>
      trialOf(new Chance(SEED + i * TEXTS + n), { words: WORDS, rate, citations: CITATIONS }),
    );
    const first = (count: number): Trial => {
      const [trial] = trials as [Trial];
      return { ...trial, citations: trial.citations.slice(0, count) };
    };
    const citations = trials.flatMap((trial) => trial.citations);
    const places = trials.flatMap((trial) => ours(trial).places);
    const others = baseline(first(SAMPLE));
    table(rate, "ours", citations, places);
    table(rate, "baseline", first(SAMPLE).citations, others.places);
    const { right, placed, surviving } = scoreOf(citations, places);
    measured.push(promise(`precision with ${percent(rate)} of words changed`, right, placed, PRECISION_MIN));
    if (rate !== PROMISED_AT) continue;
    measured.push(promise(`recall with ${percent(rate)} of words changed`, right, surviving, RECALL_MIN));
    measured.push(...times(first(TIMED), others.seconds / SAMPLE));
  }
  return measured;
}

const percent = (rate: number) => `${rate * 100} %`;
const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;

function table(rate: number, by: string, citations: readonly Citation[], places: Answers["places"]): void {
  const line = (name: string, kind?: number) => {
    const which = citations.flatMap((citation, i) => (kind === undefined || citation.kind === kind ? [i] : []));
    const score = scoreOf(
      which.flatMap((i) => citations[i] ?? []),
      which.map((i) => places[i] ?? null),
    );
    const shares = [share(score.right, score.placed), share(score.right, score.surviving)];
    console.log(row(percent(rate), name, by, String(score.citations), ...shares));
  };
  for (const [kind, [low, high]] of CLASSES.entries()) line(`${low}–${high}`, kind);
  line("all");
}

function promise(name: string, hits: number, of: number, least: number): Measured {
  return {
    name,
    figures: `${share(hits, of)}, ${hits} of ${of}`,
    promised: `at least ${least}, the lower end of the interval too`,
    passed: interval(hits, of).low >= least,
  };
}

function times(trial: Trial, secondsEach: number): Measured[] {
  const { seconds } = ours(trial);
  const part = seconds / TIMED / secondsEach;
  return [
    {
      name: `${TIMED} citations in a text of ${WORDS} words`,
      figures: `${seconds.toFixed(2)} s`,
      promised: `at most ${SECONDS_MAX} s`,
      passed: seconds <= SECONDS_MAX,
    },
    {
      name: "time for a citation beside the baseline's",
      figures: `${part.toFixed(4)} of ${(secondsEach * 1000).toFixed(0)} ms`,
      promised: `at most ${TIME_SHARE_MAX}`,
      passed: part <= TIME_SHARE_MAX,
    },
  ];
}
