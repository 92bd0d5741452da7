/** From what pages see to what the API answers. Every member is named: what a view may one day hold stays behind. */
import type * as Contract from "#lib/api/contract";
import type { ArgumentInThread, RevisionView } from "#lib/arguments/queries/arguments";
import type { ThreadSummary } from "#lib/arguments/queries/threads";
import type { ArgumentView, LinkView, ThreadView } from "#lib/arguments/view";
import type { Proposed } from "#lib/sources/proposing";
import type { SourceOverview, SourceSummary, SourceView } from "#lib/sources/queries";
import type { Proposal } from "#lib/sources/questions";
import type { CitationView, PassageView, RaisedView } from "#lib/sources/view";
import type { RatedLink } from "#lib/weighing/queries";

export function passage({ source, version, spans }: Omit<PassageView, "before" | "after">): Contract.Passage {
  return {
    source: source.slug,
    version,
    spans: spans.map(({ start, end, quote, prefix, suffix }) => ({ start, end, quote, prefix, suffix })),
    quote: spans.map(({ quote }) => quote).join(" … "),
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
  };
}

export const citation = (view: CitationView): Contract.Citation => ({
  id: view.id,
  ...passage(view),
  state: view.state,
  ...(view.confirmed && { confirmed: view.confirmed }),
});

const raised = (view: RaisedView): Contract.Thread["raisedBy"] => ({
  ...passage(view),
  ...(view.state && { state: view.state }),
});

export function argument({ id, number, claim, body, author, state, postedAt, citations, tombstone }: ArgumentView) {
  const { handle, name } = author;
  const shown: Contract.Argument = {
    id,
    number,
    claim,
    body,
    author: { handle, name },
    state,
    ...(tombstone?.into && { mergedInto: tombstone.into.id }),
    ...(tombstone?.parts && { splitInto: tombstone.parts.map((part) => part.id) }),
    createdAt: postedAt,
    citations: citations.map(citation),
  };
  return shown;
}

export function link(view: LinkView): Contract.Link {
  const { id, child, parent, stance, target, targetCitation, targetLink, concession } = view;
  return { id, child, parent, stance, target, targetCitation, targetLink, concession };
}

export const argumentInThread = (view: ArgumentInThread): Contract.ArgumentInThread => ({
  ...argument(view),
  thread: view.thread.slug,
  links: view.links.map(link),
});

/** As the one who wrote it is answered: `normalised` are the citations, by place, with other words than were sent. */
export function argumentWritten(view: ArgumentInThread, normalised: readonly number[]): Contract.ArgumentInThread {
  const shown = argumentInThread(view);
  const citations = shown.citations.map((one, place) => (normalised.includes(place) ? asSource(one) : one));
  return { ...shown, citations };
}

/** Words that are the source's, and not quite those that were sent. */
export const asSource = <Words extends Contract.Passage>(words: Words) => ({ ...words, normalised: true as const });

export function revision(view: RevisionView): Contract.Revision {
  const { ordinal, occasion, createdAt, claim, body, citations, wordedBy } = view;
  const { handle, name } = wordedBy ?? {};
  return {
    ordinal,
    occasion,
    ...(handle !== undefined && name !== undefined && { wordedBy: { handle, name } }),
    createdAt,
    claim,
    body,
    citations: citations.map(citation),
  };
}

/** A thread without its arguments and links. */
export function threadHead(view: ThreadView): Omit<Contract.Thread, "arguments" | "links" | "next"> {
  const { slug, question, thesis, topic, background, raisedBy, openedAt, locked, letsIn } = view;
  return { slug, question, thesis, topic, background, raisedBy: raised(raisedBy), openedAt, locked, letsIn };
}

export function threadInList(view: ThreadSummary): Contract.ThreadInList {
  const { slug, question, thesis, topic, raisedBy, openedAt, locked, counts } = view;
  return { slug, question, thesis, topic, raisedBy: raised(raisedBy), openedAt, locked, counts };
}

function described({ slug, title, kind, rights, outlet, byline, publishedOn, url, note }: SourceSummary) {
  return { slug, title, kind, rights, outlet, byline, publishedOn, url, note };
}

export const sourceInList = (view: SourceOverview): Contract.SourceInList => ({
  ...described(view),
  versions: [{ number: view.version, sha256: view.sha256 }],
});

export function source(view: SourceView): Contract.Source {
  const text = view.excerpts ? {} : { text: view.paragraphs.map((paragraph) => paragraph.text).join("\n\n") };
  return {
    ...described(view),
    versions: view.versions.map(({ number, sha256 }) => ({
      number,
      sha256,
      ...(number === view.version.number ? text : {}),
    })),
    passages: view.passages.map(({ start, end, quote, paragraph, arguments: all }) => ({
      start,
      end,
      quote,
      paragraph,
      arguments: all.map(({ id, number, claim, stance, thread }) => ({
        id,
        number,
        claim,
        stance,
        thread: thread.slug,
      })),
    })),
  };
}

export function sourceProposal(proposed: Proposed): Contract.SourceProposal {
  const { title, outlet, byline, publishedOn, url, text, sha256, warnings, known, receipt } = proposed;
  const setAside = proposed.setAside.map(({ text, reason, line }) => ({ text, reason, line }));
  return { title, outlet, byline, publishedOn, url, text, sha256, setAside, warnings, known, receipt };
}

export function proposedQuestion(
  { slug, version }: SourceView,
  { topic, question, why, passage: { quote, start, end } }: Proposal,
): Contract.ProposedQuestion {
  return { topic, question, why, passage: { source: slug, version: version.number, quote, start, end } };
}

export const rating = ({ link, impact, own }: RatedLink): Contract.Rating => ({
  link,
  counts: impact && [...impact.counts],
  own,
});
