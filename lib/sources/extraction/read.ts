/** Reads a file of any kind that is known here. Runs in a thread of its own: what it is given may be hostile. */
import { textOf } from "#lib/sources/extraction/charset";
import type { Kind } from "#lib/sources/extraction/kind";
import { type Proposal, proposeBlocks, proposeText } from "#lib/sources/extraction/proposal";
import { TEXT_MAX } from "#lib/sources/schema";
import { codePointLength } from "#lib/text/code-points";
import { isBlank } from "#lib/text/schema";
import { Refused } from "#lib/verdict";

export interface Given {
  bytes: Uint8Array;
  kind: Kind;
  /** What the answer that brought it said of its characters. */
  charset?: string;
  /** The address that was asked for, where it was fetched. */
  requestedUrl?: string;
}

/** Each reader is loaded when it is wanted: most files need none of the large ones. */
const READERS: Record<Kind, (given: Given) => Promise<Proposal>> = {
  text: async ({ bytes, charset }) => proposeText(textOf(bytes, charset)),
  markdown: async ({ bytes, charset }) => {
    const { readMarkdown } = await import("#lib/sources/extraction/markdown");
    return proposeBlocks(readMarkdown(textOf(bytes, charset)));
  },
  html: async ({ bytes, charset, requestedUrl }) => {
    const { readHtml } = await import("#lib/sources/extraction/html");
    return proposeBlocks(readHtml(bytes, charset, requestedUrl));
  },
  pdf: async ({ bytes }) => {
    const { readPdf } = await import("#lib/sources/extraction/pdf");
    return proposeBlocks(await readPdf(bytes));
  },
  word: async ({ bytes }) => {
    const { readWord } = await import("#lib/sources/extraction/word");
    return proposeBlocks(await readWord(bytes));
  },
};

/** @throws Refused where there is nothing to read, or too much of it */
export async function readFile(given: Given): Promise<Proposal> {
  const proposal = await READERS[given.kind](given);
  if (isBlank(proposal.paragraphs.join(""))) throw new Refused("text-not-found");
  if (codePointLength(proposal.paragraphs.join("\n\n")) > TEXT_MAX)
    throw new Refused("text-too-long", { values: { max: TEXT_MAX } });
  return proposal;
}
