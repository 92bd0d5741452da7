/** What a ZIP archive says it holds, read from its directory before anything is unpacked. */
import { Refused } from "#lib/verdict";

const DIRECTORY_END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record has 22 bytes, and a comment of at most 65,535 may follow. */
const END_BYTES = 22;
const END_SEARCH = END_BYTES + 0xffff;

/** A Word file of a book has a few hundred parts, most of them images. */
const ENTRIES_MAX = 2_000;
/** The words of a long book as Word's XML. */
const WORDS_BYTES = 32 * 2 ** 20;
/** All parts together, images included. */
const ALL_BYTES = 128 * 2 ** 20;
/** Images count once: whatever unpacks to more than two hundred times its size is no document. */
const RATIO_MAX = 200;

/**
 * Looks at a .docx before it is read.
 * @throws Refused "not-a-word-file", or "file-too-large" where it would unpack to more than a document holds.
 */
export function refuseUnfitArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = directoryOf(view);
  const count = view.getUint16(directoryEnd(view) + 10, true);
  if (count > ENTRIES_MAX) throw new Refused("file-too-large");
  let [all, words, document] = [0, 0, false];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new Refused("not-a-word-file");
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const path = Buffer.from(bytes.subarray(at + 46, at + 46 + name)).toString("latin1");
    all += size;
    if (/\.(?:xml|rels)$/i.test(path)) words += size;
    if (path === "word/document.xml") document = true;
    if (size > RATIO_MAX * Math.max(packed, 1024)) throw new Refused("file-too-large");
    at += 46 + name + extra + comment;
  }
  if (!document) throw new Refused("not-a-word-file");
  if (words > WORDS_BYTES || all > ALL_BYTES) throw new Refused("file-too-large");
}

function directoryEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SEARCH);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  throw new Refused("not-a-word-file");
}

const directoryOf = (view: DataView) => view.getUint32(directoryEnd(view) + 16, true);
