/** The routes of sources, as they stand in the API's table. */
import * as contract from "#lib/api/contract";
import { AFTER, LENGTHS, OFFSETS, type Route } from "#lib/api/route";
import { proposeInput } from "#lib/sources/form";
import { bringAgainInput, bringSourceInput, correctSourceInput } from "#lib/sources/schema";

export const SOURCE_ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/sources",
    summary: "Sources, newest first",
    query: { after: AFTER },
    status: 200,
    gives: contract.sources,
  },
  {
    method: "post",
    path: "/sources",
    summary: "Bring in a text",
    description: `The text is stored in canonical form: NFC, paragraphs parted by one empty line. Lines that stood around it and are no part of it may be kept beside it, as \`setAside\`, each with its reason: a proposal's, or words of your own joined by hyphens. ${LENGTHS}`,
    takes: bringSourceInput,
    status: 201,
    gives: contract.source,
  },
  {
    method: "post",
    path: "/sources/proposals",
    summary: "Read a text, a file or a page, to see what could be stored of it",
    description:
      "Takes one of `text`, `file` (its `name` and, as base64, its `content`: .txt, .md, .html, .pdf or .docx of 5 MB at most) and `url`, which is fetched as a stranger sees it, and only where the site's robots.txt lets a program called Grounds do so. Nothing is stored: send what you keep to `/sources`. The `receipt`, sent along, lets unchanged words be known to come from the file or the address. `known` is the source that has this very text.",
    takes: proposeInput,
    status: 200,
    gives: contract.sourceProposal,
  },
  {
    method: "get",
    path: "/sources/{slug}",
    summary: "A source, its versions, and the passages that arguments stand on",
    query: {
      version: "The number of the version whose text and passages are wanted; the newest where it is left out.",
    },
    status: 200,
    gives: contract.source,
  },
  {
    method: "post",
    path: "/sources/{slug}/provenances",
    summary: "Note that a text which is here already was brought in once more",
    description:
      "For a text that `/sources` refuses because this source has it, word for word. Its page then also names you, when, and where it stands: the `url` as your claim, and the file or address that the `receipt` of a proposal tells of. Twice is as once.",
    takes: bringAgainInput,
    status: 201,
    gives: contract.source,
  },
  {
    method: "post",
    path: "/sources/{slug}/versions",
    summary: "Store a corrected text as a source's newest version",
    description:
      "By whoever brought the source in, or a moderator. Older versions stay, and so do the citations made from them; each says by its `state` whether its words stand in the newest version unchanged, changed a little (`MOVED`), or no more (`ORPHANED`). The newest version's own text changes nothing.",
    takes: correctSourceInput,
    status: 201,
    gives: contract.source,
  },
  {
    method: "get",
    path: "/sources/{slug}/questions",
    summary: "Questions that a source raises, proposed from its own sentences, the best first",
    description: `None is stored, and none is given where the rights allow excerpts alone. A passage can be sent as a thread's \`raisedBy\` as it is. ${OFFSETS}`,
    status: 200,
    gives: contract.proposedQuestions,
  },
];
