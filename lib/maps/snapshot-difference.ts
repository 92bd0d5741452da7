/**
 * What changed in a thread from one of its states to another. Whether an argument stood, was withdrawn or was removed is
 * as it was then; words are those that may be read today, so that what was taken out of sight since is counted and not said.
 */
import type { Frozen } from "#lib/maps/frozen";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import type { CitationView } from "#lib/sources/view";
import { type Document, plainTextOf } from "#lib/text/document";

/** The kinds of change that are lists, in the order in which they are told. */
export const LISTS = [
  "added",
  "withdrawn",
  "removed",
  "merged",
  "split",
  "restored",
  "reworded",
  "moved",
  "marked",
] as const;

export type ListName = (typeof LISTS)[number];

/** As many of a kind as one reads at once; the others stand on pages of their own. */
export const SHOWN = 60;

/** A further page of one list, from 2. */
export interface ListPage {
  name: ListName;
  page: number;
}

/** `added/2`: a list and its page, as an address has it; null where it is none. */
export function changesAt(address: string): ListPage | null {
  const [, given, number] = /^([a-z]+)\/([2-9]|[1-9]\d{1,3})$/.exec(address) ?? [];
  const name = LISTS.find((one) => one === given);
  return name ? { name, page: Number(number) } : null;
}

export const pagesOf = (count: number): number => Math.ceil(count / SHOWN);

/** Of an argument in both states, which words are others. */
export interface Rewording {
  argument: SnapshotArgument;
  before: SnapshotArgument;
  claim: boolean;
  body: boolean;
  /** Those that only the later or only the earlier wording stands on. */
  cited: CitationView[];
  uncited: CitationView[];
}

/** A place that an argument has left for another. */
export interface Moving {
  argument: SnapshotArgument;
  from: SnapshotLink[];
  to: SnapshotLink[];
}

export interface SnapshotDifference {
  added: SnapshotArgument[];
  withdrawn: SnapshotArgument[];
  removed: SnapshotArgument[];
  merged: SnapshotArgument[];
  split: SnapshotArgument[];
  /** Removed, merged or split then, and standing again. */
  restored: SnapshotArgument[];
  reworded: Rewording[];
  /** Arguments that answer something else now, something more, or less. */
  moved: Moving[];
  marked: SnapshotArgument[];
  /** Of the thread itself. */
  question: boolean;
  locked: "locked" | "unlocked" | null;
}

export function differenceOf(before: Frozen, after: Frozen): SnapshotDifference {
  const old = new Map(before.snapshot.arguments.map((one) => [one.id, one]));
  const all = after.snapshot.arguments;
  const became = (id: string) => ({ was: before.stood.get(id), is: after.stood.get(id) });
  const turned = (state: SnapshotArgument["state"]) =>
    all.filter(({ id }) => old.has(id) && became(id).is === state && became(id).was !== state);
  const pairs = all.flatMap((argument) => {
    const earlier = old.get(argument.id);
    return earlier ? [{ argument, before: earlier }] : [];
  });
  const moving = movingBetween(before.snapshot, after.snapshot);
  return {
    added: all.filter(({ id }) => !old.has(id)),
    withdrawn: turned("WITHDRAWN"),
    // Hidden until it is judged counts among them: a reader finds no words either way.
    removed: [...turned("REMOVED"), ...turned("HIDDEN")],
    merged: turned("MERGED"),
    split: turned("SPLIT"),
    restored: turned("VISIBLE"),
    reworded: pairs.flatMap(({ argument, before }) => rewording(argument, before)),
    moved: pairs.flatMap(({ argument }) => moving(argument)),
    marked: pairs
      .filter(({ argument, before }) => argument.marks.some(isNewIn(before)))
      .map(({ argument }) => argument),
    ...ofThread(before.snapshot, after.snapshot),
  };
}

/** Whether nothing of it changed. */
export const isSame = ({ question, locked, ...lists }: SnapshotDifference): boolean =>
  !question && locked === null && Object.values(lists).every((list) => list.length === 0);

function ofThread({ thread: was }: Snapshot, { thread: is }: Snapshot) {
  const locked = was.locked === is.locked ? null : is.locked ? ("locked" as const) : ("unlocked" as const);
  const words = ["question", "thesis", "topic", "background"] as const;
  return { question: words.some((name) => was[name] !== is[name]), locked };
}

const isNewIn =
  ({ marks }: SnapshotArgument) =>
  (mark: SnapshotArgument["marks"][number]) =>
    !marks.some(({ kind, at }) => kind === mark.kind && at === mark.at);

const textOf = (body: Document | null) => (body === null ? "" : plainTextOf(body));

/** What makes a citation another: its source, its version and its words. */
const wordsCited = ({ source, version, spans }: CitationView) =>
  JSON.stringify([source.slug, version, spans.map(({ start, end }) => [start, end])]);

function rewording(argument: SnapshotArgument, before: SnapshotArgument): Rewording[] {
  if (argument.revision === before.revision || argument.claim === null || before.claim === null) return [];
  const [now, then] = [argument, before].map(({ citations }) => new Set(citations.map(wordsCited)));
  return [
    {
      argument,
      before,
      claim: argument.claim !== before.claim,
      body: textOf(argument.body) !== textOf(before.body),
      cited: argument.citations.filter((one) => !then?.has(wordsCited(one))),
      uncited: before.citations.filter((one) => !now?.has(wordsCited(one))),
    },
  ];
}

/** Asks of any argument which places it has left and which it has found; the links are gone through once. */
function movingBetween(before: Snapshot, after: Snapshot): (argument: SnapshotArgument) => Moving[] {
  const [then, now] = [before, after].map(({ links }) => new Set(links.map(({ id }) => id)));
  const left = Map.groupBy(
    before.links.filter(({ id }) => !now?.has(id)),
    ({ child }) => child,
  );
  const found = Map.groupBy(
    after.links.filter(({ id }) => !then?.has(id)),
    ({ child }) => child,
  );
  return (argument) => {
    const [from = [], to = []] = [left.get(argument.id), found.get(argument.id)];
    return from.length + to.length > 0 ? [{ argument, from, to }] : [];
  };
}
