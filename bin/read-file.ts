import { readFile as bytesOf } from "node:fs/promises";
import { basename } from "node:path";
import { extract } from "#lib/sources/extraction/extract";
import { kindOf } from "#lib/sources/extraction/kind";
import type { Proposal } from "#lib/sources/extraction/proposal";
import { Stop } from "./first-run/steps.mjs";

/** What is proposed of a file, in the thread in which the web reads files too; what cannot be read is one sentence. */
export async function readFile(file: string): Promise<Proposal> {
  const bytes = await bytesOf(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new Stop(`There is no file ${file}. Nothing was stored.`);
    if (error.code === "EISDIR") throw new Stop(`${file} is a folder. Nothing was stored: name one file.`);
    throw new Stop(`${file} cannot be read (${error.code}). Nothing was stored.`);
  });
  return extract({ bytes, kind: kindOf(basename(file)) });
}
