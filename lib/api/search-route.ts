/** The route of the search, as it stands in the API's table. */
import * as contract from "#lib/api/contract";
import { AFTER, type Route } from "#lib/api/route";
import { KINDS } from "#lib/search/schema";

export const SEARCH_ROUTE: Route = {
  method: "get",
  path: "/search",
  summary: "Search arguments, threads, sources and their texts",
  description:
    "What this caller may see alone, in its words of today. `q` takes words, “phrases” in double quotes, `or`, and `-` before what is not wanted. What says it in its claim, question or title comes first, then the newest. One of the keys must say something.",
  query: {
    q: "Up to 200 characters.",
    kind: `One of ${KINDS.join(", ")}; without it all but passages.`,
    thread: "A thread's slug.",
    source: "A source's slug: arguments that cite it, threads that it raised, its text.",
    author: "A handle: arguments by this person.",
    stance: "`pro` or `con`: how an argument stands to what it answers.",
    answered: "`yes` or `no`: whether a visible argument answers it.",
    side: "`pro` or `con`: with `thread`, arguments for or against its question.",
    turn: "A number: with `thread`, arguments so many steps below its question.",
    dropped: "`yes`: with `thread`, arguments that the other side passed over.",
    alone: "`yes`: arguments that rest on one source alone.",
    words: "`moved` or `orphaned`: arguments whose cited words changed in their source.",
    marked: "`yes`: arguments on which a mark stands.",
    passage: "A passage's id: arguments that stand on it.",
    contested: "`yes`: with `kind=passage`, those on which arguments of both stances stand.",
    after: AFTER,
  },
  status: 200,
  gives: contract.found,
};
