/**
 * The sources that a snapshot quotes as a list of works, in the forms that reference managers read. None of them knows a
 * debate: where the copy is from, when it was taken and the hashes of its texts stand in each work's note.
 */
import { proofLines } from "#lib/maps/said";
import type { Snapshot, SnapshotSource } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { inOrder } from "#lib/sources/bibliography";
import { type CslItem, cslOf } from "#lib/sources/csl";
import { bibtex } from "#lib/sources/styles/bibtex";
import { ris } from "#lib/sources/styles/ris";

/** A source as one refers to it. A digest says so, and is found here alone: the article's own address would lead to other words. */
export function workOf({ slug, title, kind, outlet, byline, publishedOn, address, url }: SnapshotSource): CslItem {
  const work = cslOf({ id: slug, title, outlet, byline, publishedOn, url: kind === "DIGEST" ? null : address });
  return { ...work, ...(kind === "DIGEST" && { genre: words("digest") }), archive_location: url };
}

/** In the order of a list of works. */
export function worksOf(snapshot: Snapshot): CslItem[] {
  const proof = proofLines({ ...snapshot, sources: [] });
  const works = snapshot.sources.map((source) => {
    const texts = source.versions.map(({ number, sha256 }) => words("sourceVersion", { number, hash: sha256 }));
    return { ...workOf(source), note: [...proof, ...texts].join("; ") };
  });
  return inOrder(works, (work) => work);
}

export const toBibtex = (snapshot: Snapshot): string => bibtex(worksOf(snapshot));

export const toRis = (snapshot: Snapshot): string => ris(worksOf(snapshot));

export const toCsl = (snapshot: Snapshot): string => `${JSON.stringify(worksOf(snapshot), null, 2)}\n`;
