/** Our own format: nothing of it is lost but who wrote what and when, marks, and what has no words any more. */
import { type FoundLink, gather } from "#lib/maps/reading/gather";
import type { ReadMap, ReadQuotation } from "#lib/maps/reading/read-map";
import type { Snapshot, SnapshotLink } from "#lib/maps/snapshot";
import { readSnapshot } from "#lib/maps/snapshot-file";
import type { PassageView } from "#lib/sources/view";
import { Refused } from "#lib/verdict";

/** @throws Refused "map-unreadable", "map-changed", "map-inconsistent", and whatever `gather` refuses */
export function readNative(json: string): ReadMap {
  const read = readSnapshot(json);
  if ("refused" in read) {
    const codes = { changed: "map-changed", inconsistent: "map-inconsistent" } as const;
    throw new Refused(read.refused in codes ? codes[read.refused as keyof typeof codes] : "map-unreadable");
  }
  return mapOf(read.snapshot);
}

/** A snapshot as a map that can be imported. */
export function mapOf({ thread, arguments: all, links, sources }: Snapshot): ReadMap {
  const byId = new Map(all.map((argument) => [argument.id, argument]));
  const placesOf = Map.groupBy(links, ({ child }) => child);
  const hashes = new Map(
    sources.flatMap(({ slug, address, versions }) =>
      versions.map(({ number, sha256 }) => [`${slug} ${number}`, { address, sha256 }] as const),
    ),
  );
  const quotation = ({ spans, source, version }: PassageView): ReadQuotation => {
    const { address = null, sha256 = null } = hashes.get(`${source.slug} ${version}`) ?? {};
    return {
      words: spans.map(({ quote }) => quote),
      source: { address, title: source.title, slug: source.slug, sha256 },
    };
  };
  const aimed = ({ parent, target, targetCitation, targetLink }: SnapshotLink): number | null => {
    if (parent === null || target === "CLAIM") return null;
    const at =
      target === "EVIDENCE"
        ? byId.get(parent)?.citations.findIndex(({ id }) => id === targetCitation)
        : placesOf.get(parent)?.findIndex(({ id }) => id === targetLink);
    return at === undefined || at < 0 ? null : at;
  };
  const { question, thesis, topic, background, raisedBy } = thread;
  const opening = { question, thesis, topic, background, raisedBy: quotation(raisedBy) };
  const map = gather({
    format: "json",
    question,
    thesis,
    claims: all.map(({ id, claim, body, citations }) => ({
      id,
      claim: claim ?? "",
      body,
      quotations: citations.map(quotation),
    })),
    links: links.map((link): FoundLink => {
      const { child, parent, stance, target } = link;
      return { child, parent, stance, target, at: aimed(link) };
    }),
    losses: { concession: links.filter(({ concession }) => concession).length },
  });
  return { ...map, opening };
}
