/** What files say of an argument's words, its quotations and itself, alike in every format. */
import type { Snapshot, SnapshotArgument, SnapshotLink, SnapshotSelection, SnapshotSource } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import type { PassageView } from "#lib/sources/view";

/** What stands in the place of words, by what became of an argument; of others none are shown. */
export const GONE = {
  VISIBLE: "removed",
  PENDING: "removed",
  WITHDRAWN: "withdrawn",
  REMOVED: "removed",
  HIDDEN: "hidden",
  MERGED: "merged",
  SPLIT: "split",
} as const;

/** What stands in the place of words that are gone. */
export const goneOf = (state: SnapshotArgument["state"]): string => words(GONE[state]);

/** The claim, or that it was withdrawn, removed or hidden. */
export const said = ({ claim, state }: SnapshotArgument): string => claim ?? goneOf(state);

/** A citation with what one needs to check it: the words, their place, and the hash of the text they stand in. */
export interface Cited {
  /** The words, with […] where some were left out. */
  quote: string;
  /** Of the whole, in code points. */
  start: number;
  end: number;
  spans: PassageView["spans"];
  source: string;
  title: string;
  kind: "ARTICLE" | "DIGEST";
  /** Where the forum keeps the source, and its version. */
  url: string;
  versionUrl: string;
  /** Where the text was published, as claimed. */
  address: string | null;
  version: number;
  sha256: string;
}

type Known = Pick<Cited, "url" | "versionUrl" | "address" | "sha256">;

/** What a snapshot knows of each version that it quotes, by slug and number: asked for with every citation. */
const known = new WeakMap<SnapshotSource[], Map<string, Known>>();

function versionsOf(sources: SnapshotSource[]): Map<string, Known> {
  const before = known.get(sources);
  if (before) return before;
  const versions = new Map(
    sources.flatMap(({ slug, url, address, versions }) =>
      versions.map(({ number, sha256 }) => {
        return [`${slug} ${number}`, { url, versionUrl: `${url}?version=${number}`, address, sha256 }] as const;
      }),
    ),
  );
  known.set(sources, versions);
  return versions;
}

export function cited({ sources }: Snapshot, { source: { slug, title, kind }, version, spans }: PassageView): Cited {
  const of = versionsOf(sources).get(`${slug} ${version}`);
  if (of === undefined) throw new Error(`version ${version} of ${slug} is quoted and missing`);
  return {
    quote: quoteOf(spans),
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    spans,
    source: slug,
    title,
    kind,
    url: of.url,
    versionUrl: of.versionUrl,
    address: of.address,
    version,
    sha256: of.sha256,
  };
}

const quoteOf = (spans: PassageView["spans"]): string =>
  spans.length === 1 && spans[0] ? spans[0].quote : spans.map(({ quote }) => quote).join(" […] ");

/** How programs name a link: an undercut attacks not the claim but the step from it, or what it stands on. */
export type Relation = "support" | "attack" | "undercut";

export function relationOf({ stance, target }: Pick<SnapshotLink, "stance" | "target">): Relation {
  if (stance === "PRO") return "support";
  return target === "CLAIM" ? "attack" : "undercut";
}

/** A link in plain words: stance, what of its parent it answers, whether something is granted. */
export const labelOf = ({ stance, target, concession }: SnapshotLink): string =>
  words("label", { stance, target, concession: concession ? "yes" : "no" });

/** What identifies a copy: where the thread lives, when it was taken, its hash, and those of the texts it quotes. */
export interface Proof {
  url: string;
  exportedAt: string;
  hash: string;
  sources: { url: string; version: number; sha256: string }[];
}

export function proofOf({ thread, exportedAt, hash, sources }: Snapshot): Proof {
  return {
    url: thread.url,
    exportedAt,
    hash,
    sources: sources.flatMap(({ url, versions }) =>
      versions.map(({ number, sha256 }) => ({ url, version: number, sha256 })),
    ),
  };
}

/** What was left out, in words. */
export function partOf({ branch, depth, stance, pseudonyms }: SnapshotSelection): string {
  const parts = [
    branch === null ? null : words("branch", { number: branch }),
    depth === null ? null : words("depth", { depth }),
    stance === null ? null : words(stance),
    pseudonyms ? words("pseudonyms") : null,
  ];
  return words("part", { parts: parts.filter((part) => part !== null).join(", ") });
}

/** The same as lines of plain words, for formats that have comments and nothing else. */
export function proofLines(snapshot: Snapshot): string[] {
  const { url, exportedAt, hash, sources } = proofOf(snapshot);
  return [
    words("thread", { url }),
    words("taken", { time: exportedAt }),
    words("hash", { hash }),
    ...(snapshot.selection ? [partOf(snapshot.selection)] : []),
    ...sources.map(
      ({ url, version, sha256 }) => `${url}: ${words("sourceVersion", { number: version, hash: sha256 })}`,
    ),
  ];
}
