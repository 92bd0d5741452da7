/** Which kinds of file are read here, by how their names end; what the file really is, its reader finds out. */
import { extname } from "node:path";
import { Refused } from "#lib/verdict";

export type Kind = "text" | "markdown" | "html" | "pdf" | "word";

const KINDS: Record<string, Kind> = {
  ".txt": "text",
  ".text": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".pdf": "pdf",
  ".docx": "word",
};

/** @throws Refused "file-kind-unknown" */
export function kindOf(fileName: string): Kind {
  const kind = KINDS[extname(fileName).toLowerCase()];
  if (!kind) throw new Refused("file-kind-unknown");
  return kind;
}
