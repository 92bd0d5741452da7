/** The API's routes of a class's rounds, and what they answer. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import { clockAt } from "#lib/classes/round";
import { ROUND_FORMATS } from "#lib/classes/round-formats";
import type { RoundView } from "#lib/classes/round-queries";
import { writeNoteInput } from "#lib/classes/round-schema";
import { noInput } from "#lib/notices/schema";

const stance = z.enum(["PRO", "CON"]);
const note = z.strictObject({
  id: z.string(),
  speech: z.int(),
  side: stance.nullable(),
  text: z.string(),
  answers: z.string().nullable(),
});

const speech = z.strictObject({
  name: z.string(),
  kind: z.enum(["SPEECH", "CROSS_EXAMINATION"]),
  side: stance.nullable(),
  seconds: z.int(),
  speaker: z.string().nullable(),
});

export const noted = z.strictObject({ id: z.string() });

/** Times are milliseconds that are left at `now`, below zero in overtime; `speech` counts from 0. */
export const round = z.strictObject({
  id: z.string(),
  thread: z.string(),
  format: z.enum(ROUND_FORMATS),
  speeches: z.array(speech),
  prepSeconds: z.int(),
  now: z.iso.datetime(),
  clock: z.strictObject({
    speech: z.int(),
    running: z.enum(["SPEECH", "PRO", "CON"]).nullable(),
    leftMs: z.int(),
    prepMs: z.strictObject({ PRO: z.int(), CON: z.int() }),
  }),
  notes: z.array(note),
});

export function roundShown(view: RoundView): z.infer<typeof round> {
  const { id, thread, format, speeches, prepSeconds, now, done, notes } = view;
  return {
    ...{ id, thread: thread.slug, format, speeches, prepSeconds, now: new Date(now).toISOString() },
    clock: clockAt(view, done, now),
    notes: notes.map(({ id, speech, side, text, answers }) => ({ id, speech, side, text, answers })),
  };
}

const PATH = "/classes/{slug}/rounds/{id}";

export const ROUND_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: PATH,
    summary: "A class's round of speeches: its order, its clock as it stands, and what was noted",
    description:
      "For members of the class alone. Notes stand on no passage and are no arguments; they have no author. `answers` is the argument in whose row a note stands.",
    status: 200,
    gives: round,
  },
  {
    method: "post",
    path: `${PATH}/notes`,
    summary: "Note a line of what is said in a round",
    description:
      "`speech` is the place of one that has begun, from 0. Where the round has a recorder, they and the teachers alone note. The same line of the same person is noted once.",
    takes: writeNoteInput,
    status: 201,
    gives: noted,
  },
  {
    method: "post",
    path: `${PATH}/notes/{note}/take-back`,
    summary: "Take a note of one's own back",
    description: "Teachers take any note back. Twice is as once.",
    takes: noInput,
    status: 204,
  },
];
