/** The API's routes of pupils who judge each other, and what they answer. */
import { z } from "zod";
import type { Route } from "#lib/api/route";
import { rubricInput } from "#lib/classes/assessment";
import type { ClassPeers, Judged, OwnPeers } from "#lib/classes/peer-queries";
import { askPeersInput, peerFeedbackInput, reportPeerInput } from "#lib/classes/peer-schema";
import { noInput } from "#lib/notices/schema";

const person = z.strictObject({ handle: z.string(), name: z.string() });
const said = { rubric: rubricInput, levels: z.record(z.string(), z.int()), words: z.string().nullable() };
const asked = {
  each: z.int(),
  dueAt: z.iso.datetime(),
  phase: z.enum(["WRITING", "WAITING", "SHOWN"]),
  released: z.boolean(),
};

/** For a pupil whom they judge and what they got; for a teacher everything. */
export const peers = z.strictObject({
  asked: z.strictObject(asked).nullable(),
  toGive: z.array(z.strictObject({ id: z.string(), name: z.string(), given: z.boolean() })).optional(),
  received: z
    .array(z.strictObject({ id: z.string(), ...said, reported: z.boolean() }))
    .nullable()
    .optional(),
  feedback: z
    .array(
      z.strictObject({
        ...{ id: z.string(), giver: person, receiver: person },
        judged: z.strictObject(said).nullable(),
        hidden: z.boolean(),
        reported: z.strictObject({ note: z.string().nullable() }).nullable(),
      }),
    )
    .optional(),
});

export const hideInput = z.strictObject({ hide: z.boolean() });

const judgedShown = ({ rubric, levels, words }: Judged) => ({ rubric, levels, words });

export const ownPeersShown = ({ asked, toGive, received }: OwnPeers): z.infer<typeof peers> => ({
  ...{ asked, toGive },
  received: received?.map(({ id, reported, ...judged }) => ({ id, ...judgedShown(judged), reported })) ?? null,
});
export const classPeersShown = ({ asked, feedback }: ClassPeers): z.infer<typeof peers> => ({ asked, feedback });

const ONE = "/classes/{slug}/assignments/{assignment}/peers";
const TEACHERS = "For teachers of the class.";

export const PEER_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: ONE,
    summary: "Feedback among pupils: one's own, or all of it for who teaches",
    description: "Whoever receives it reads no names, and nothing before it is due and released.",
    status: 200,
    gives: peers,
  },
  {
    method: "post",
    path: ONE,
    summary: "Ask those who have argued to judge each other by the rubric",
    description: `${TEACHERS} It is drawn anew until somebody has written; after that only the day changes.`,
    takes: askPeersInput,
    status: 204,
  },
  {
    method: "post",
    path: `${ONE}/release`,
    summary: "Let pupils read what they got, from the time it is due",
    description: `${TEACHERS} Twice is as once.`,
    takes: noInput,
    status: 204,
  },
  {
    method: "post",
    path: `${ONE}/{id}`,
    summary: "Judge the work of a peer for whom one was drawn",
    description: "Until it is due what is said again replaces what was said.",
    takes: peerFeedbackInput,
    status: 204,
  },
  {
    method: "post",
    path: `${ONE}/{id}/hide`,
    summary: "Keep one from whoever it is about, or show it again",
    description: `${TEACHERS} Twice is as once.`,
    takes: hideInput,
    status: 204,
  },
  {
    method: "post",
    path: `${ONE}/{id}/report`,
    summary: "Report one that one got to the teachers",
    description: "Twice is as once.",
    takes: reportPeerInput,
    status: 204,
  },
];
