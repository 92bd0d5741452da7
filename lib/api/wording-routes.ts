/** The API's routes of other wordings of a claim. */
import { z } from "zod";
import { argumentInThread, person } from "#lib/api/contract";
import type { Route } from "#lib/api/route";
import type { WordingView } from "#lib/arguments/queries/wordings";
import { declineWordingInput, offerWordingInput } from "#lib/arguments/schema";
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
];
