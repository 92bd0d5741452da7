/**
 * Takes a snapshot of a thread as a reader sees it. Every member is named: what a view may one day hold beside them
 * stays behind, and so do the words of a tombstone should a view still carry them.
 */
import type { ArgumentView, LinkView, MarkView, PersonRef } from "#lib/arguments/view";
import {
  hashOf,
  type Snapshot,
  type SnapshotArgument,
  type SnapshotLink,
  type SnapshotSource,
} from "#lib/maps/snapshot";
import type { Told } from "#lib/maps/stood";
import { paths } from "#lib/paths";
import type { CitationView, PassageView, SpanView } from "#lib/sources/view";

/** What a source brings along: all its versions, of which a snapshot keeps those that are quoted. */
export type SourceOfSnapshot = Omit<SnapshotSource, "url">;

interface Taking {
  /** Where this forum lives, without a slash at the end. */
  appUrl: string;
  /** ISO 8601, UTC. */
  exportedAt: string;
}

const person = ({ handle, name }: PersonRef) => ({ handle, name });

const span = ({ start, end, quote, prefix, suffix, paragraph, gapWords }: SpanView) => ({
  start,
  end,
  quote,
  prefix,
  suffix,
  paragraph,
  gapWords,
});

const passage = ({ source: { slug, title, kind }, version, spans, before, after }: PassageView) => ({
  source: { slug, title, kind },
  version,
  spans: spans.map(span),
  before,
  after,
});

const citation = (view: CitationView) => ({ id: view.id, ...passage(view), state: view.state });

const mark = ({ kind, note, by, at }: MarkView) => ({ kind, note, by: person(by), at });

function argument(view: ArgumentView, appUrl: string): SnapshotArgument[] {
  const { id, number, state, postedAt, claim, tombstone, revision, revisedAfterAnswers } = view;
  const identity = { id, number, url: `${appUrl}${paths.argument(id)}` };
  const record = { author: person(view.author), postedAt, revision, revisedAfterAnswers };
  if (state === "VISIBLE" && claim !== null) {
    const words = { claim, body: view.body, citations: view.citations.map(citation), marks: view.marks.map(mark) };
    return [{ ...identity, state, ...record, ...words, tombstone: null }];
  }
  if (state !== "VISIBLE" && state !== "PENDING" && tombstone !== null) {
    const { at, reason, code, policy, into, parts } = tombstone;
    const silence = { claim: null, body: null, citations: [], marks: [] };
    return [
      {
        ...identity,
        state,
        ...record,
        ...silence,
        tombstone: {
          at,
          reason,
          code,
          policy,
          ...(into && { into: { id: into.id, number: into.number } }),
          ...(parts && { parts: parts.map((part) => ({ id: part.id, number: part.number })) }),
        },
      },
    ];
  }
  return [];
}

const link = (view: LinkView): SnapshotLink => {
  const { id, child, parent, stance, target, targetCitation, targetLink, concession, startedAt } = view;
  return { id, child, parent, stance, target, targetCitation, targetLink, concession, startedAt };
};

const byTime = (a: SnapshotLink, b: SnapshotLink) =>
  a.startedAt === b.startedAt ? (a.id < b.id ? -1 : 1) : a.startedAt < b.startedAt ? -1 : 1;

function sourcesOf(passages: PassageView[], sources: SourceOfSnapshot[], appUrl: string): SnapshotSource[] {
  const quoted = Map.groupBy(passages, ({ source }) => source.slug);
  return [...quoted.keys()].sort().map((slug) => {
    const source = sources.find((one) => one.slug === slug);
    if (source === undefined) throw new Error(`the source ${slug} is quoted and was not given`);
    const { title, kind, rights, outlet, byline, publishedOn, address } = source;
    const numbers = new Set(quoted.get(slug)?.map(({ version }) => version));
    const versions = source.versions
      .filter(({ number }) => numbers.has(number))
      .map(({ number, sha256 }) => ({ number, sha256 }))
      .sort((a, b) => a.number - b.number);
    const url = `${appUrl}${paths.source(slug)}`;
    return { slug, url, title, kind, rights, outlet, byline, publishedOn, address, versions };
  });
}

/** Arguments stand by number, links by age, sources by slug: the same thread always gives the same hash. */
export function snapshotOf(view: Told, sources: SourceOfSnapshot[], { appUrl, exportedAt }: Taking): Snapshot {
  const all = view.arguments.flatMap((one) => argument(one, appUrl)).sort((a, b) => a.number - b.number);
  const kept = new Set(all.map(({ id }) => id));
  const { slug, question, thesis, topic, background, openedAt, locked, dropped } = view;
  const { afterHours, laterArguments } = dropped;
  const raisedBy = passage(view.raisedBy);
  const snapshot: Snapshot = {
    format: "grounds-thread",
    version: 1,
    exportedAt,
    hash: "",
    thread: {
      url: `${appUrl}${paths.thread(slug)}`,
      slug,
      question,
      thesis,
      topic,
      background,
      raisedBy,
      openedAt,
      locked,
      dropped: { afterHours, laterArguments },
    },
    arguments: all,
    links: view.links
      .filter(({ child, parent }) => kept.has(child) && (parent === null || kept.has(parent)))
      .map(link)
      .sort(byTime),
    sources: sourcesOf([raisedBy, ...all.flatMap(({ citations }) => citations)], sources, appUrl),
  };
  return { ...snapshot, hash: hashOf(snapshot) };
}
