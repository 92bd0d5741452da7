/** The routes of maps from elsewhere, as they stand in the API's table. */
import { argumentInThread } from "#lib/api/contract";
import * as contract from "#lib/api/contract-imports";
import { AFTER, LENGTHS, OFFSETS, type Route, WORDS } from "#lib/api/route";
import { postArgumentInput } from "#lib/arguments/schema";
import { importInput } from "#lib/maps/form";
import { READABLE } from "#lib/maps/reading/read-map";

const FILE = `A \`file\` has its \`name\` and, as base64, its \`content\`: 5 MB and 5,000 claims at most. Its format (${READABLE.join(", ")}) is told by its content.`;

const OPENS = `A \`file\` has its \`name\` and, as base64, its \`content\`: a thread's JSON, the one format that says what raised the question; 5 MB and 5,000 claims at most.`;

export const IMPORT_ROUTES: readonly Route[] = [
  {
    method: "post",
    path: "/threads/{slug}/imports/proposals",
    summary: "Read a map from elsewhere, to see what would come of it",
    description: `Nothing is stored. ${FILE} \`comes\` says of each claim whether it would be posted, wait in the tray, or is known already; \`why\` says why it would wait.`,
    takes: importInput,
    status: 200,
    gives: contract.importProposal,
  },
  {
    method: "post",
    path: "/threads/{slug}/imports",
    summary: "Bring a map from elsewhere into a thread",
    description: `All of it or nothing. Claims whose quotations stand word for word in a text that you may see are posted as yours; the others wait in the thread's tray. The same file again adds nothing. ${FILE}`,
    takes: importInput,
    status: 201,
    gives: contract.imported,
  },
  {
    method: "post",
    path: "/threads/new/imports/proposals",
    summary: "Read a thread's file, to see what would come of opening it",
    description: `Nothing is stored. ${OPENS} \`opened\` is the slug of the thread that you opened from this file already, where you did: no second one would be.`,
    takes: importInput,
    status: 200,
    gives: contract.openingProposal,
  },
  {
    method: "post",
    path: "/threads/new/imports",
    summary: "Open a thread with all that its file holds",
    description: `All of it or nothing, as an import does it. The same file again opens no second thread and answers with the first. ${OPENS}`,
    takes: importInput,
    status: 201,
    gives: contract.openedFromFile,
  },
  {
    method: "get",
    path: "/threads/{slug}/tray",
    summary: "Claims that wait in a thread's tray for a passage, the oldest first",
    description: "For whoever may argue in the thread, and for moderators.",
    query: { after: AFTER },
    status: 200,
    gives: contract.tray,
  },
  {
    method: "post",
    path: "/threads/{slug}/tray/post-all",
    summary: "Post all claims that wait and stand on a passage",
    description:
      "As yours: each whose quotation stands word for word in a text that you may see, and whose parent is there or comes with it. 500 at once; `more` could be posted by asking again, and `left` wait on with those.",
    takes: contract.nothing,
    status: 200,
    gives: contract.postedAll,
  },
  {
    method: "post",
    path: "/threads/{slug}/tray/{id}/arguments",
    summary: "Post a claim that waited, with the passages that it stands on",
    description: `It answers what it answered in its file, whichever \`parent\` is sent. ${LENGTHS} ${OFFSETS} ${WORDS}`,
    takes: postArgumentInput,
    status: 201,
    gives: argumentInThread,
  },
  {
    method: "post",
    path: "/threads/{slug}/tray/{id}/put-away",
    summary: "Put a claim away that waits, with those that answer it there",
    description: "By whoever brought it, or a moderator. Twice is as once.",
    takes: contract.nothing,
    status: 200,
    gives: contract.putAway,
  },
];
