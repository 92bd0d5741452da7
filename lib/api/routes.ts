/** Every route of the API, in the order of its description; the static words of `openapi.json` stand here. */

import { APPEAL_ROUTES } from "#lib/api/appeal-routes";
import { ASSIGNMENT_ROUTES } from "#lib/api/assignment-routes";
import { CLASS_ROUTES } from "#lib/api/class-routes";
import * as contract from "#lib/api/contract";
import { FOLLOWING_ROUTES } from "#lib/api/following-routes";
import { IMPORT_ROUTES } from "#lib/api/import-routes";
import { JUDGING_ROUTES } from "#lib/api/judging-routes";
import { MODE_ROUTE } from "#lib/api/mode-route";
import { MODERATION_ROUTES } from "#lib/api/moderation-routes";
import { PEER_ROUTES } from "#lib/api/peer-routes";
import { ROUND_ROUTES } from "#lib/api/round-routes";
import { AFTER, EXPORTED, LENGTHS, mediaTypes, OFFSETS, type Route, WORDS } from "#lib/api/route";
import { SANCTION_ROUTES } from "#lib/api/sanction-routes";
import { SEARCH_ROUTE } from "#lib/api/search-route";
import { SNAPSHOT_ROUTES } from "#lib/api/snapshot-routes";
import { SOURCE_ROUTES } from "#lib/api/source-routes";
import { WORDING_ROUTES } from "#lib/api/wording-routes";
import {
  confirmAnchorInput,
  endLinkInput,
  moveArgumentInput,
  postArgumentInput,
  reviseArgumentInput,
  startLinkInput,
  withdrawArgumentInput,
} from "#lib/arguments/schema";
import { FORMATS } from "#lib/maps/formats";
import { FORMS } from "#lib/sources/bibliography";
import { openThreadInput } from "#lib/threads/schema";
import { rateLinkInput, retractRatingInput } from "#lib/weighing/schema";

/** All paths begin with it. */
export const BASE = "/api/v1";

/** The address of one thing under a path of the table, for `Location`. */
export const addressOf = (path: string, name: string): string => BASE + path.replace(/\{\w+\}/, name);

export const ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/openapi.json",
    summary: "This description",
    status: 200,
    gives: ["application/json"],
  },
  {
    method: "get",
    path: "/threads",
    summary: "Threads, newest first",
    query: { after: AFTER },
    status: 200,
    gives: contract.threads,
  },
  {
    method: "post",
    path: "/threads",
    summary: "Open a thread on a question that a passage raises",
    description: `A question has 1 to 280 characters. ${LENGTHS} ${OFFSETS} ${WORDS}`,
    takes: openThreadInput,
    status: 201,
    gives: contract.thread,
  },
  {
    method: "get",
    path: "/threads/{slug}",
    summary: "A thread with its arguments and links, 500 arguments at a time",
    description: "Pending arguments are left out; withdrawn and removed ones are there without their words.",
    query: { after: AFTER, all: "`1` streams all arguments in one answer." },
    status: 200,
    gives: contract.thread,
  },
  MODE_ROUTE,
  {
    method: "get",
    path: "/threads/{slug}/export",
    summary: "A thread as a file",
    query: EXPORTED,
    status: 200,
    gives: mediaTypes(FORMATS),
  },
  {
    method: "get",
    path: "/threads/{slug}/bibliography",
    summary: "The sources that a thread quotes, as a list of works",
    description: "A digest is marked as one. The day of access is the day on which the text was brought in.",
    query: { format: `One of ${Object.keys(FORMS).join(", ")}; csl where it is left out.` },
    status: 200,
    gives: mediaTypes(FORMS),
  },
  {
    method: "post",
    path: "/threads/{slug}/arguments",
    summary: "Post an argument that stands on passages",
    description: `A claim has 1 to 280 characters, an elaboration up to 5,000, a quotation 20 to 600. ${LENGTHS} ${OFFSETS} ${WORDS} Without a parent the argument answers the question. The two targets may be left out where the parent has only one. The same submission key with the same content is answered alike and stored once.`,
    takes: postArgumentInput,
    status: 201,
    gives: contract.argumentInThread,
  },
  {
    method: "get",
    path: "/arguments/{id}",
    summary: "An argument and the links that lead up from it",
    status: 200,
    gives: contract.argumentInThread,
  },
  {
    method: "get",
    path: "/arguments/{id}/revisions",
    summary: "An argument's revisions, newest first",
    description: "None where the argument was withdrawn or removed.",
    status: 200,
    gives: contract.revisions,
  },
  {
    method: "post",
    path: "/arguments/{id}/revisions",
    summary: "Revise an argument of one's own",
    description: "It replaces claim, elaboration and citations together; what changes nothing makes no revision.",
    takes: reviseArgumentInput,
    status: 201,
    gives: contract.argumentInThread,
  },
  {
    method: "post",
    path: "/arguments/{id}/withdraw",
    summary: "Withdraw an argument of one's own",
    description: "Its answers stay. Twice is as once.",
    takes: withdrawArgumentInput,
    status: 200,
    gives: contract.argumentInThread,
  },
  {
    method: "post",
    path: "/citations/{id}/confirm",
    summary: "Say that the words which took the place of cited ones carry an argument of one's own as well",
    description:
      "For a citation whose `state` is `MOVED`. The source's `passages` say which words those are; `version` is that in which they were looked at, and must be the newest. Twice is as once.",
    takes: confirmAnchorInput,
    status: 200,
    gives: contract.argumentInThread,
  },
  {
    method: "post",
    path: "/links",
    summary: "Let an argument of one's own answer something else of its thread, too",
    takes: startLinkInput,
    status: 201,
    gives: contract.link,
  },
  {
    method: "post",
    path: "/links/{id}/end",
    summary: "End a link",
    description: "The last link of an argument ends only by withdrawing the argument. Twice is as once.",
    takes: endLinkInput,
    status: 204,
  },
  {
    method: "post",
    path: "/links/{id}/move",
    summary: "Move an argument of one's own, with everything below it, to another place of its thread",
    description:
      "One link ends and another starts; ratings stay with the one that ended. A move under the argument itself or what stands below it is refused.",
    takes: moveArgumentInput,
    status: 201,
    gives: contract.link,
  },
  {
    method: "get",
    path: "/links/{id}/rating",
    summary: "How much an argument weighs on what it answers, as readers see it",
    description: "`counts` says how often each impact from 0 to 4 was given, once three people or more have rated.",
    status: 200,
    gives: contract.rating,
  },
  {
    method: "post",
    path: "/links/{id}/rating",
    summary: "Say how much somebody else's argument weighs on what it answers, from 0 to 4",
    description: "Each person has one rating for each link; what is said again replaces what was said.",
    takes: rateLinkInput,
    status: 200,
    gives: contract.rating,
  },
  {
    method: "post",
    path: "/links/{id}/rating/retract",
    summary: "Take one's rating back",
    description: "Twice is as once.",
    takes: retractRatingInput,
    status: 204,
  },
  ...SNAPSHOT_ROUTES,
  ...IMPORT_ROUTES,
  ...SOURCE_ROUTES,
  ...FOLLOWING_ROUTES,
  ...WORDING_ROUTES,
  ...MODERATION_ROUTES,
  ...JUDGING_ROUTES,
  ...APPEAL_ROUTES,
  ...SANCTION_ROUTES,
  ...CLASS_ROUTES,
  ...ASSIGNMENT_ROUTES,
  ...PEER_ROUTES,
  ...ROUND_ROUTES,
  SEARCH_ROUTE,
];
