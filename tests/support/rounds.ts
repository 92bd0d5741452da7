/** Rounds for tests. */
import { openRoundInput } from "#lib/classes/round-schema";

/** Two speeches of a minute with a cross-examination of half of one between them; a minute of preparation. */
export const aRound = (thread: string, other: Record<string, unknown> = {}) =>
  openRoundInput.parse({
    thread,
    format: "OWN",
    speeches: [
      { name: "Opening", kind: "SPEECH", side: "PRO", seconds: 60, speaker: "Team Tern" },
      { name: "Questions", kind: "CROSS_EXAMINATION", side: "CON", seconds: 30, speaker: null },
      { name: "Answer", kind: "SPEECH", side: "CON", seconds: 60, speaker: null },
    ],
    prepSeconds: 60,
    ...other,
  });
