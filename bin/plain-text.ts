import { readFile } from "node:fs/promises";
import { Stop } from "./first-run/steps.mjs";

/** A long book chapter with ten times its length in boilerplate. */
const FILE_BYTES = 5_000_000;

/** The words of a file of plain text in UTF-8; what is something else is refused with what to do about it. */
export async function readPlainText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new Stop(`There is no file ${file}. Nothing was stored.`);
    if (error.code === "EISDIR") throw new Stop(`${file} is a folder. Nothing was stored: name one file.`);
    throw new Stop(`${file} cannot be read (${error.code}). Nothing was stored.`);
  });
  const refuse = (what: string) => new Stop(`${file} ${what} Nothing was stored.`);
  if (bytes.length > FILE_BYTES) throw refuse("is longer than any article: 5 MB is the limit.");
  if (bytes.includes(0)) throw refuse("is no plain text: save it as text in UTF-8.");
  const text = decoded(bytes);
  if (text === null) throw refuse("is not in UTF-8: save it as text in UTF-8.");
  if (text.trim() === "") throw refuse("holds no words.");
  if (/^\s*<(?:!doctype|html)\b/i.test(text)) throw refuse("is a web page's code: save the article as text.");
  return text;
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
