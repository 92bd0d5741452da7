/** What whoever runs the forum says on a page in their own words, in a file that the environment names. */
import { readFile } from "node:fs/promises";
import { log } from "#lib/log";
import { type PlainBlock, readPlainPage } from "#lib/text/plain-page";

/** Thirty printed pages; whoever has more to say has a site of their own. */
const CHARACTERS_MAX = 100_000;

/** null where no file is named, or it cannot be read: then the page says so itself. Read anew each time. */
export async function readOwnWords(path: string | undefined): Promise<PlainBlock[] | null> {
  if (path === undefined) return null;
  try {
    return readPlainPage((await readFile(path, "utf8")).slice(0, CHARACTERS_MAX));
  } catch (error) {
    log.warn("a page of the forum's own could not be read", { path, error });
    return null;
  }
}
