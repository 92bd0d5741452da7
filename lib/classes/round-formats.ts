/**
 * The usual orders of speeches and their times. The National Speech & Debate Association's competition events guide has
 * policy debate at 8-3-5 minutes with the negative's second constructive and first rebuttal side by side, Lincoln-Douglas
 * at 6-3-7-3-4-6-3 with four minutes of preparation, and public forum at 4-4-3, twice, then 3-3-3 and 2-2 with three.
 * Policy's eight minutes of preparation are what tournaments of schools usually give. A teacher changes any of it.
 */

import type { Stance } from "#lib/arguments/view";
import type { Speech, SpeechKind } from "#lib/classes/round";

export const ROUND_FORMATS = ["POLICY", "LINCOLN_DOUGLAS", "PUBLIC_FORUM", "OWN"] as const;
export type RoundFormat = (typeof ROUND_FORMATS)[number];

/**
 * In public forum the team that wins the toss chooses its side or who speaks first; the other then chooses what is left.
 * Pro speaks first above; else every side of a pair of speeches changes place.
 */
export const conFirst = (usual: Usual): Usual => ({
  ...usual,
  speeches: usual.speeches.map((one) =>
    one.side === null ? one : { ...one, side: one.side === "PRO" ? ("CON" as const) : ("PRO" as const) },
  ),
});

/** A speech without its words, which stand in `messages/` under its code. */
export interface UsualSpeech extends Pick<Speech, "kind" | "side" | "seconds"> {
  code: string;
}

const speaking =
  (kind: SpeechKind) =>
  (side: Stance | null, code: string, minutes: number): UsualSpeech => ({ code, kind, side, seconds: minutes * 60 });
const speech = speaking("SPEECH");
const cross = speaking("CROSS_EXAMINATION");

interface Usual {
  speeches: readonly UsualSpeech[];
  prepSeconds: number;
}

export const USUAL: Record<Exclude<RoundFormat, "OWN">, Usual> = {
  POLICY: {
    prepSeconds: 8 * 60,
    speeches: [
      speech("PRO", "1ac", 8),
      cross("CON", "cx", 3),
      speech("CON", "1nc", 8),
      cross("PRO", "cx", 3),
      speech("PRO", "2ac", 8),
      cross("CON", "cx", 3),
      speech("CON", "2nc", 8),
      cross("PRO", "cx", 3),
      speech("CON", "1nr", 5),
      speech("PRO", "1ar", 5),
      speech("CON", "2nr", 5),
      speech("PRO", "2ar", 5),
    ],
  },
  LINCOLN_DOUGLAS: {
    prepSeconds: 4 * 60,
    speeches: [
      speech("PRO", "ac", 6),
      cross("CON", "cx", 3),
      speech("CON", "nc", 7),
      cross("PRO", "cx", 3),
      speech("PRO", "1ar", 4),
      speech("CON", "nr", 6),
      speech("PRO", "2ar", 3),
    ],
  },
  PUBLIC_FORUM: {
    prepSeconds: 3 * 60,
    speeches: [
      speech("PRO", "first", 4),
      speech("CON", "first", 4),
      cross(null, "crossfire", 3),
      speech("PRO", "second", 4),
      speech("CON", "second", 4),
      cross(null, "crossfire", 3),
      speech("PRO", "summary", 3),
      speech("CON", "summary", 3),
      cross(null, "grand", 3),
      speech("PRO", "final", 2),
      speech("CON", "final", 2),
    ],
  },
};
