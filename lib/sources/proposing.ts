/** From what somebody has, words, a file or an address, to what could be stored of it. Nothing is stored here. */
import { db } from "#lib/db";
import { env } from "#lib/env";
import { extract } from "#lib/sources/extraction/extract";
import { fileNameOf } from "#lib/sources/extraction/file-name";
import { kindOf } from "#lib/sources/extraction/kind";
import type { Proposal } from "#lib/sources/extraction/proposal";
import { sealReceipt } from "#lib/sources/extraction/receipt";
import { fetchPage } from "#lib/sources/fetching/fetch-page";
import { findKnown } from "#lib/sources/known";
import { mayBringSource } from "#lib/sources/policy";
import { canonicalText, sha256Hex } from "#lib/text/canonical";
import type { Person } from "#lib/users/viewer";
import { must, Refused } from "#lib/verdict";

/** One of the three. */
export interface Had {
  text?: string;
  file?: { name: string; bytes: () => Promise<Uint8Array> };
  url?: string;
}

export interface Proposed extends Proposal {
  /** The kept paragraphs in canonical form. */
  text: string;
  sha256: string;
  /** The source that has this very text already. */
  known: string | null;
  /** The file's name or the address that answered. */
  from: string | null;
  url: string | null;
  /** To be sent along when the text is stored, so that it is known to come from there. */
  receipt: string | null;
}

/** @throws Refused, whatever stands in the way of reading it */
export async function proposeSource(viewer: Person, had: Had): Promise<Proposed> {
  must(mayBringSource(viewer, { rights: "OPEN", classId: null }));
  const given = [had.text?.trim() ? had.text : undefined, had.file, had.url].filter((one) => one !== undefined);
  if (given.length === 0) throw new Refused("nothing-given", { details: { field: "text" } });
  if (given.length > 1) throw new Refused("given-twice");
  const { proposal, ...origin } = await read(had, viewer.id);
  const text = canonicalText(proposal.paragraphs.join("\n\n"));
  const sha256 = sha256Hex(text);
  const receipt = origin.fileName || origin.finalUrl ? sealReceipt(viewer.id, origin, linesOf(proposal)) : null;
  return {
    ...proposal,
    text,
    sha256,
    known: await findKnown(db(), sha256),
    from: origin.fileName ?? origin.finalUrl ?? null,
    url: origin.finalUrl ?? null,
    receipt,
  };
}

interface Read {
  proposal: Proposal;
  fileName?: string;
  requestedUrl?: string;
  finalUrl?: string;
}

async function read({ text, file, url }: Had, whose: string): Promise<Read> {
  if (url !== undefined) {
    const { finalUrl, ...page } = await fetchPage(url, env().APP_URL);
    return { proposal: await extract(page, { whose }), requestedUrl: page.requestedUrl, finalUrl };
  }
  if (file) {
    const fileName = fileNameOf(file.name) ?? "";
    const kind = kindOf(fileName);
    return { proposal: await extract({ bytes: await file.bytes(), kind }, { whose }), fileName };
  }
  return { proposal: await extract({ bytes: Buffer.from(text ?? ""), kind: "text" }, { whose }) };
}

/** Everything that was read, in its order. */
function linesOf({ paragraphs, setAside }: Proposal): string[] {
  const behind = Map.groupBy(setAside, ({ after }) => after);
  const aside = (place: number) => (behind.get(place) ?? []).map(({ text }) => text);
  return [...aside(0), ...paragraphs.flatMap((paragraph, i) => [paragraph, ...aside(i + 1)])];
}
