/** Reads a file that may become a source, in a thread of its own and bounded in bytes. */
import { readInThread } from "#lib/sources/extraction/in-thread";
import type { Proposal } from "#lib/sources/extraction/proposal";
import type { Given } from "#lib/sources/extraction/read";
import { Refused } from "#lib/verdict";

/** A long report with its images. */
export const FILE_BYTES = 5 * 2 ** 20;

/** @throws Refused, whatever is wrong with the file; "readers-crowded" where too many wait, or too many of `whose` */
export async function extract(
  given: Given,
  { readMs, whose }: { readMs?: number; whose?: string } = {},
): Promise<Proposal> {
  if (given.bytes.length > FILE_BYTES) throw new Refused("file-too-large");
  return readInThread<Proposal>(given, { file: "lib/sources/extraction/worker.ts", readMs, whose });
}
