/** The API's routes of what waits for a moderator, of decisions, and of the public log. */
import { z } from "zod";
import { AFTER, type Route } from "#lib/api/route";
import { LOGGED } from "#lib/moderation/logged";
import type { OpenCase } from "#lib/moderation/queries/case";
import type { LogEntry } from "#lib/moderation/queries/log";
import type { Queue } from "#lib/moderation/queries/queue";
import { CHALLENGE_KINDS, decideInput, FLAG_KINDS, MARK_KINDS, reasonCode, SIEVES } from "#lib/moderation/schema";
import { noInput } from "#lib/notices/schema";
import { slug } from "#lib/sources/schema";

const time = z.iso.datetime();
const person = z.strictObject({ handle: z.string(), name: z.string() });
const cause = z.enum(["MODE", "QUIET", "FLAG", "EDITED", "APPEAL", "CHALLENGE"]);

const waiting = z.strictObject({
  id: z.string(),
  /** The state that a decision names; it changes with all that is said of the post meanwhile. */
  edition: z.int(),
  cause,
  openedAt: time,
  argument: z.strictObject({ id: z.string(), number: z.int(), claim: z.string(), author: person }),
  thread: z.string(),
  /** People who reported it, and doubts about its evidence, that wait. */
  flags: z.int(),
  challenges: z.int(),
  hidden: z.boolean(),
  /** Who else has it open. */
  claimedBy: person.nullable(),
});

export const queue = z.strictObject({
  total: z.int(),
  oldest: time.nullable(),
  items: z.array(waiting),
  next: z.null(),
});

export const queueOf = ({ total, oldest, items }: Queue): z.infer<typeof queue> => ({
  total,
  oldest,
  items: items.map(({ thread, ...item }) => ({ ...item, thread: thread.slug })),
  next: null,
});

export const review = z.strictObject({
  id: z.string(),
  edition: z.int(),
  cause,
  openedAt: time,
  decided: z
    .strictObject({ verdict: z.enum(["APPROVED", "REFUSED"]), at: time, by: z.string(), code: z.string().nullable() })
    .nullable(),
  /** It was sent back, and waits for its author. */
  asked: z.boolean(),
  /** Whether one's own post or decision is at stake, so that somebody else decides. */
  own: z.boolean(),
  claimedBy: z.string().nullable(),
  /** `into`: the argument that it was merged into, where the appeal is against a merge. */
  appeal: z
    .strictObject({
      plea: z.string(),
      code: z.string().nullable(),
      policy: z.int().nullable(),
      into: z.strictObject({ id: z.string(), number: z.int(), note: z.string().nullable() }).nullable(),
    })
    .nullable(),
  thread: z.string(),
  argument: z.strictObject({
    id: z.string(),
    number: z.int(),
    claim: z.string(),
    elaboration: z.string().nullable(),
    author: person,
    postedAt: time,
    revision: z.int(),
    hidden: z.boolean(),
  }),
  /** What was reported, how often, and in which words; of nobody the name. */
  flags: z.array(z.strictObject({ kind: z.enum(FLAG_KINDS), count: z.int(), notes: z.array(z.string()) })),
  marks: z.array(z.strictObject({ kind: z.enum(MARK_KINDS), note: z.string().nullable(), mended: z.boolean() })),
  challenges: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(CHALLENGE_KINDS),
      note: z.string(),
      answer: z.string().nullable(),
    }),
  ),
  reasons: z.array(z.strictObject({ code: z.string(), policy: z.int(), sentence: z.string() })),
});

/** The database writes times its own way. */
const iso = (at: string) => new Date(at).toISOString();

export function reviewOf(open: OpenCase): z.infer<typeof review> {
  const { id, edition, cause, decided, asked, own, claimedBy, appeal, thread, argument, flags, reasons } = open;
  const { anyway: _a, ...said } = argument;
  return {
    ...{ id, edition, cause, asked, own, claimedBy, flags, reasons },
    openedAt: iso(open.openedAt),
    decided: decided && { ...decided, at: iso(decided.at) },
    appeal: appeal && {
      ...{ plea: appeal.plea, code: appeal.code, policy: appeal.policy },
      into: appeal.into && { id: appeal.into.id, number: appeal.into.number, note: appeal.into.note },
    },
    thread: thread.slug,
    argument: { ...said, postedAt: iso(argument.postedAt) },
    marks: open.marks.map(({ kind, note, mended }) => ({ kind, note, mended })),
    challenges: open.challenges.map(({ id: one, kind, note, answer }) => ({ id: one, kind, note, answer })),
  };
}

const entry = z.strictObject({
  act: z.enum(LOGGED),
  at: time,
  role: z.enum(["MODERATOR", "ADMIN", "NOBODY"]),
  /** Who judged, where the site names them. */
  by: person.nullable(),
  code: z.string().nullable(),
  policy: z.int().nullable(),
  thread: z.string().nullable(),
  /** null where it was never let in, or where it is no argument's matter. */
  argument: z.strictObject({ id: z.string(), number: z.int() }).nullable(),
});
export const logged = z.strictObject({ items: z.array(entry), next: z.string().nullable() });

export const entriesOf = (entries: readonly LogEntry[]): z.infer<typeof entry>[] =>
  entries.map(({ thread, argument, ...one }) => ({
    ...one,
    thread: thread?.slug ?? null,
    argument: argument && { id: argument.id, number: argument.number },
  }));

/** What an address may say of the queue and of the log. */
export const queueAsked = z.strictObject({ sieve: z.enum(SIEVES).optional(), thread: slug.optional() });
export const logQuery = z.strictObject({
  act: z.enum(LOGGED).optional(),
  thread: slug.optional(),
  code: reasonCode.optional(),
  after: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
  format: z.enum(["json", "csv"]).optional(),
});

const MODERATORS = "For moderators, of the site or of the thread; to everybody else it is not there.";

export const JUDGING_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/reviews",
    summary: "What waits for a moderator, oldest first",
    description: `${MODERATORS} One's own posts, and appeals against one's own decisions, are left to others.`,
    query: { sieve: `One of ${SIEVES.join(", ")}.`, thread: "A thread's slug." },
    status: 200,
    gives: queue,
  },
  {
    method: "get",
    path: "/reviews/{id}",
    summary: "One thing that waits, with what people say of it and the reasons in force",
    description: `${MODERATORS} Of who reported it nobody is named.`,
    status: 200,
    gives: review,
  },
  {
    method: "post",
    path: "/reviews/{id}/claim",
    summary: "Say that one has it open, for ten minutes",
    description: `${MODERATORS} Where somebody else has it, nothing changes.`,
    takes: noInput,
    status: 200,
    gives: review,
  },
  {
    method: "post",
    path: "/reviews/{id}/decide",
    summary: "Decide on a post, or on an appeal",
    description: `${MODERATORS} \`edition\` is that of the state that was looked at. All acts but APPROVE name a reason; an appeal is granted by APPROVE and refused by REMOVE. Nobody decides on their own post, nor on an appeal against their own decision. Deciding alike twice is as once.`,
    takes: decideInput,
    status: 200,
    gives: review,
  },
  {
    method: "post",
    path: "/reviews/{id}/undo",
    summary: "Take back what one has just decided",
    description: `${MODERATORS} Within ten minutes. Gives the review at which it waits again. Twice is as once.`,
    takes: noInput,
    status: 200,
    gives: review,
  },
  {
    method: "get",
    path: "/log",
    summary: "What moderators did, newest first",
    query: {
      act: `One of ${LOGGED.join(", ")}.`,
      thread: "A thread's slug.",
      code: "A reason's code.",
      after: AFTER,
      format: "`csv` gives all of it as a table.",
    },
    status: 200,
    gives: logged,
  },
];
