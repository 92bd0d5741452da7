/**
 * A thread and an argument in schema.org's words, as JSON-LD, for programs that read pages: no more than the page shows,
 * and nothing of what was withdrawn or removed. Pro and con of many is no verdict, so no claim is reviewed here.
 */
import type { FocusView, Item, OutlineView } from "#lib/arguments/screens";
import type { ArgumentView, CardView, PersonRef, Stance } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import type { PassageView } from "#lib/sources/view";

interface Person {
  "@type": "Person";
  name: string;
  url: string;
}

interface Quotation {
  "@type": "Quotation";
  text: string;
  isPartOf: { "@type": "Article" | "CreativeWork"; name: string; url: string };
}

interface Said {
  url: string;
  author: Person;
  /** ISO 8601. */
  datePublished: string;
  text: string;
  /** How it stands to what it answers. */
  keywords: "pro" | "con";
  citation: Quotation[];
  comment?: Comment[];
}

type Comment = Omit<Said, "citation"> & Partial<Pick<Said, "citation">> & { "@type": "Comment" };

const CONTEXT = "https://schema.org";

export interface LinkedThread {
  "@context": typeof CONTEXT;
  "@type": "DiscussionForumPosting";
  "@id": string;
  url: string;
  mainEntityOfPage: string;
  headline: string;
  text: string;
  author: Person;
  datePublished: string;
  commentCount: number;
  citation: Quotation[];
  comment: Comment[];
}

export type LinkedArgument = Said & {
  "@context": typeof CONTEXT;
  "@type": "Claim";
  "@id": string;
  mainEntityOfPage: string;
  isPartOf: { "@type": "WebPage"; "@id": string; name: string };
};

export interface Opening {
  openedBy: PersonRef;
  /** ISO 8601, UTC. */
  openedAt: string;
}

/** `site`: the address under which everything stands. */
export function linkedThread({ thread, columns }: OutlineView, opening: Opening, site: string): LinkedThread {
  const url = site + paths.thread(thread.slug);
  return {
    "@context": CONTEXT,
    "@type": "DiscussionForumPosting",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline: thread.question,
    text: thread.background ?? thread.question,
    author: person(opening.openedBy, site),
    datePublished: opening.openedAt,
    commentCount: thread.counts.arguments,
    citation: [quotation(thread.raisedBy, site)],
    comment: [...columns.PRO.shown, ...columns.CON.shown].flatMap((item) => comments(item, site)),
  };
}

/** null where the argument has no words any more. */
export function linkedArgument({ thread, argument, link, columns }: FocusView, site: string): LinkedArgument | null {
  const said = saidIn(argument, link.stance, site);
  if (said === null) return null;
  const answers = [...columns.PRO.shown, ...columns.CON.shown].flatMap((item) => comments(item, site));
  return {
    "@context": CONTEXT,
    "@type": "Claim",
    "@id": said.url,
    mainEntityOfPage: said.url,
    ...said,
    isPartOf: { "@type": "WebPage", "@id": site + paths.thread(thread.slug), name: thread.question },
    ...(answers.length > 0 && { comment: answers }),
  };
}

/**
 * An argument with its answers. Of one that has lost its words the answers remain; a reference says nothing anew. What an
 * answer's answers stand on is told on their own pages: a first screen's bytes are few.
 */
function comments({ argument, link, again, answers }: Item, site: string, nested = false): Comment[] {
  if (again) return [];
  const below = answers?.shown.flatMap((item) => comments(item, site, true)) ?? [];
  const said = saidIn(argument, link.stance, site);
  if (said === null) return below;
  const { citation, ...words } = said;
  return [{ "@type": "Comment", ...words, ...(!nested && { citation }), ...(below.length > 0 && { comment: below }) }];
}

function saidIn(argument: ArgumentView | CardView, stance: Stance, site: string): Said | null {
  const { id, claim, author, postedAt, citations } = argument;
  if (claim === null) return null;
  return {
    url: site + paths.argument(id),
    author: person(author, site),
    datePublished: postedAt,
    text: claim,
    keywords: stance === "PRO" ? "pro" : "con",
    citation: citations.map((citation) => quotation(citation, site)),
  };
}

const person = ({ handle, name }: PersonRef, site: string): Person => ({
  "@type": "Person",
  name,
  url: site + paths.person(handle),
});

/** A digest is a text about the article, and no part of it. */
const quotation = ({ source: { slug, title, kind }, spans }: PassageView, site: string): Quotation => ({
  "@type": "Quotation",
  text: spans.map(({ quote }) => quote).join(" … "),
  isPartOf: { "@type": kind === "DIGEST" ? "CreativeWork" : "Article", name: title, url: site + paths.source(slug) },
});
