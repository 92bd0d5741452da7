/** Word's .docx as paragraphs. Images, macros and whatever else it holds are not looked at. */
import mammoth from "mammoth";
import type { Block, Reading } from "#lib/sources/extraction/proposal";
import { refuseUnfitArchive } from "#lib/sources/extraction/zip";
import { Refused } from "#lib/verdict";

/** An older .doc, or a .docx with a password: a compound file. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

export async function readWord(bytes: Uint8Array): Promise<Reading> {
  if (COMPOUND.every((byte, i) => bytes[i] === byte)) throw new Refused("word-old-or-encrypted");
  refuseUnfitArchive(bytes);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch(() => {
    throw new Refused("file-damaged");
  });
  // A line break within a paragraph is one of Word's, and no end of it.
  const blocks: Block[] = value.split(/\n\n+/).map((text) => ({ text: text.replaceAll("\n", " "), reason: null }));
  return { blocks };
}
