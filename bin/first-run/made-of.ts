import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A hash of files and of all files in folders, by their names and contents; what is not there is left out. */
export function hashOf(root: string, paths: string[], words: string[] = []): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesIn(root, path)))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.update(words.join("\0")).digest("hex");
}

function filesIn(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`));
}

/** A made thing keeps the hash of what it was made of in a file inside it, so that it is made again only when that changes. */
export function isMadeOf(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

export function rememberMadeOf(file: string, hash: string) {
  writeFileSync(file, hash);
}
