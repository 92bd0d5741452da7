/** The words of bytes. What a file says of its own characters is believed; nothing is guessed. */
import { Refused } from "#lib/verdict";

/** Those that texts on the web are written in; a decoder of ours knows many more that hide what they say. */
const KNOWN = new Set(["utf-8", "utf-16le", "utf-16be", "windows-1252"]);

const MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** HTML asks for it within the first kilobyte. */
const HEAD_BYTES = 1024;

function decoder(label: string): TextDecoder | null {
  try {
    const found = new TextDecoder(label, { fatal: true });
    return KNOWN.has(found.encoding) ? found : null;
  } catch {
    return null;
  }
}

/** What a web page says in its head. */
export function charsetInHtml(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(head)?.[1];
}

/**
 * Decodes by the byte order mark, else as `declared`, else as UTF-8.
 * @throws Refused "unknown-charset" where none of them fits.
 */
export function textOf(bytes: Uint8Array, declared?: string): string {
  const mark = MARKS.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1];
  try {
    const text = decoder(mark ?? declared ?? "utf-8")?.decode(bytes);
    if (text !== undefined && !text.includes("\0")) return text;
  } catch {
    // A byte that the declared characters do not have.
  }
  throw new Refused("unknown-charset");
}
