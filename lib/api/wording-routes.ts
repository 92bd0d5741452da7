/** The API's routes of other wordings of a claim, and of claims that are parted. */
import { z } from "zod";
import { argumentInThread, person } from "#lib/api/contract";
import type { Route } from "#lib/api/route";
import type { Splitting } from "#lib/arguments/queries/splitting";
import type { WordingView } from "#lib/arguments/queries/wordings";
import { declineWordingInput, offerWordingInput, splitArgumentInput, takeSplitInput } from "#lib/arguments/schema";
import { noInput } from "#lib/notices/schema";

const wording = z.strictObject({
  id: z.string(),
  claim: z.string(),
  note: z.string().nullable(),
  by: person,
  at: z.iso.datetime(),
  /** null while it waits. */
  answer: z.strictObject({ taken: z.boolean(), word: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export const wordings = z.strictObject({ items: z.array(wording), next: z.null() });

export const wordingsOf = (all: readonly WordingView[]): z.infer<typeof wordings> => ({
  items: all.map(({ by: { handle, name }, ...shown }) => ({ ...shown, by: { handle, name } })),
  next: null,
});

export const splitting = z.strictObject({
  /** What a moderator drew and its author has not answered: for those two alone. */
  waiting: z
    .strictObject({
      id: z.string(),
      parts: z.array(z.strictObject({ claim: z.string(), cites: z.array(z.int()) })),
    })
    .nullable(),
  /** The links that answer it, which go on under one part each; a claim is null where its words are gone. */
  answers: z.array(z.strictObject({ link: z.string(), number: z.int(), claim: z.string().nullable() })),
});

export const splittingOf = ({ drawn, answers }: Splitting): z.infer<typeof splitting> => ({
  waiting: drawn && { id: drawn.id, parts: drawn.parts.map(({ claim, cites }) => ({ claim, cites: [...cites] })) },
  answers,
});

export const WORDING_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/arguments/{id}/wordings",
    summary: "The wordings that were offered for an argument's claim",
    description: "All of them for its author and for moderators, one's own for everybody else.",
    status: 200,
    gives: wordings,
  },
  {
    method: "post",
    path: "/arguments/{id}/wordings",
    summary: "Offer another wording of somebody else's claim",
    description: "One waits at a time of each who offers. The same again is as once.",
    takes: offerWordingInput,
    status: 200,
    gives: wordings,
  },
  {
    method: "post",
    path: "/wordings/{id}/take",
    summary: "Take a wording that was offered for a claim of one's own",
    description:
      "It becomes a revision with the same elaboration and the same passages, which names in `wordedBy` whose wording it is. Twice is as once.",
    takes: noInput,
    status: 200,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/wordings/{id}/decline",
    summary: "Say no to a wording that was offered for a claim of one's own",
    takes: declineWordingInput,
    status: 200,
    gives: wordings,
  },
  {
    method: "get",
    path: "/arguments/{id}/split",
    summary: "What waits to be answered: the parts that a moderator drew of an argument, and what answers it",
    description:
      "The parts are for its author and for moderators; they are answered at `/splits/{id}/take` or `/decline`.",
    status: 200,
    gives: splitting,
  },
  {
    method: "post",
    path: "/arguments/{id}/split",
    summary: "Split an argument into its claims, or draw the parts for its author as a moderator",
    description:
      "An author's own is split at once: the parts are arguments of theirs, named in `splitInto`, and stand wherever it stood; `cites` are the places of the citations that a part keeps, and each goes with one at least. `answers` says under which part an answering link goes on; left out, it goes with the passage that it aims at, else under the first. What a moderator draws waits for the author.",
    takes: splitArgumentInput,
    status: 200,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/splits/{id}/take",
    summary: "Take the parts that a moderator drew of an argument of one's own",
    takes: takeSplitInput,
    status: 200,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/splits/{id}/decline",
    summary: "Say no to the parts that a moderator drew of an argument of one's own",
    takes: declineWordingInput,
    status: 200,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/arguments/{id}/rejoin",
    summary: "Take a split of one's own back",
    description:
      "The parts are withdrawn, and the links that the split ended live again. Refused where somebody has answered a part since.",
    takes: noInput,
    status: 200,
    gives: argumentInThread,
  },
];
