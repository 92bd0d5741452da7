/** The API's routes of judging: the rules, what people say of posts, and what is decided. */
import { z } from "zod";
import { argumentInThread } from "#lib/api/contract";
import type { Route } from "#lib/api/route";
import type { ChallengeView } from "#lib/moderation/queries/challenges";
import type { StandingMark } from "#lib/moderation/queries/marks";
import {
  answerInput,
  CHALLENGE_KINDS,
  challengeInput,
  flagInput,
  MARK_KINDS,
  markInput,
  mergeInput,
  rulingInput,
} from "#lib/moderation/schema";
import { noInput } from "#lib/notices/schema";

export const policy = z.strictObject({
  number: z.int(),
  since: z.iso.datetime(),
  /** The thread whose own rules they are; null for the site's. */
  thread: z.string().nullable(),
  newest: z.int(),
  /** `decisions` counts those that name the reason under any version, `lifted` those of them that were taken back. */
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      sentence: z.string(),
      example: z.string().nullable(),
      decisions: z.int(),
      lifted: z.int(),
    }),
  ),
});
export type Policy = z.infer<typeof policy>;

const mark = z.strictObject({
  id: z.string(),
  kind: z.enum(MARK_KINDS),
  note: z.string().nullable(),
  by: z.strictObject({ handle: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  /** The argument was revised since. */
  mended: z.boolean(),
});
export const marks = z.strictObject({ items: z.array(mark), next: z.null() });

export const marksOf = (standing: readonly StandingMark[]): z.infer<typeof marks> => ({
  items: standing.map(({ id, kind, note, by: { handle, name }, at, mended }) => ({
    id,
    kind: kind as (typeof MARK_KINDS)[number],
    note,
    by: { handle, name },
    at,
    mended,
  })),
  next: null,
});

const challenge = z.strictObject({
  id: z.string(),
  citation: z.string(),
  kind: z.enum(CHALLENGE_KINDS),
  note: z.string(),
  by: z.strictObject({ handle: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  /** The argument was revised since. */
  amended: z.boolean(),
  answer: z.strictObject({ text: z.string(), at: z.iso.datetime() }).nullable(),
  ruling: z.strictObject({ upheld: z.boolean(), text: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export const challenges = z.strictObject({ items: z.array(challenge), next: z.null() });

export const challengesOf = (all: readonly ChallengeView[]): z.infer<typeof challenges> => ({
  items: all.map(({ words: _w, answerable: _a, by: { handle, name }, ...shown }) => ({
    ...shown,
    by: { handle, name },
  })),
  next: null,
});

export const MODERATION_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/policy",
    summary: "The reasons for which posts are hidden, removed or sent back",
    query: {
      version: "A number; the version in force where it is left out.",
      thread: "A thread's slug: its own reasons, which hold beside the site's.",
    },
    status: 200,
    gives: policy,
  },
  {
    method: "get",
    path: "/arguments/{id}/marks",
    summary: "The marks that stand on an argument",
    description: "None where its words are gone.",
    status: 200,
    gives: marks,
  },
  {
    method: "post",
    path: "/arguments/{id}/marks",
    summary: "Say that something is argued badly, under one's name",
    description: "It costs its author nothing. The same mark by the same person stands once.",
    takes: markInput,
    status: 200,
    gives: marks,
  },
  {
    method: "post",
    path: "/arguments/{id}/merge",
    summary: "Merge an argument into another of its thread that says the same, as a moderator",
    description:
      "It keeps its words, its author and its citations, has the state `MERGED` and names the other in `mergedInto`. Its answers go on there by links of their own; ratings stay with the links that were rated. Nobody merges their own, nor into their own. Twice is as once.",
    takes: mergeInput,
    status: 200,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/arguments/{id}/unmerge",
    summary: "Take a merge back",
    description: "The links that it ended live again, with their ratings. Twice is as once.",
    takes: noInput,
    status: 200,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/marks/{id}/resolve",
    summary: "Take a mark back, or agree that it is mended",
    description: "For who made it, and for moderators. Twice is as once.",
    takes: noInput,
    status: 204,
  },
  {
    method: "post",
    path: "/arguments/{id}/flags",
    summary: "Report conduct to the moderators",
    description: "Nobody else is told of it, and nobody is told who it was. Twice is as once.",
    takes: flagInput,
    status: 204,
  },
  {
    method: "get",
    path: "/arguments/{id}/challenges",
    summary: "The doubts about an argument's evidence, with what was answered and ruled",
    description: "None where its words are gone.",
    status: 200,
    gives: challenges,
  },
  {
    method: "post",
    path: "/citations/{id}/challenges",
    summary: "Challenge what a citation makes of its words",
    description: "Its author answers or amends, a moderator rules. The same doubt about it stands once.",
    takes: challengeInput,
    status: 200,
    gives: challenges,
  },
  {
    method: "post",
    path: "/challenges/{id}/answer",
    summary: "Answer a challenge of one's own evidence, once",
    takes: answerInput,
    status: 200,
    gives: challenges,
  },
  {
    method: "post",
    path: "/challenges/{id}/ruling",
    summary: "Rule on a challenge, as a moderator",
    description: "What is upheld is shown wherever one of the passages is used.",
    takes: rulingInput,
    status: 200,
    gives: challenges,
  },
];
