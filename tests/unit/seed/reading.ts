/** The seed as the tests read it: its digests, its cast, its arguments and the sides they take. */
import { readdirSync, readFileSync } from "node:fs";
import { readCast, readDebate, type SeedArgument } from "#prisma/seed/debate";
import { type Digest, readDigest } from "#prisma/seed/digest";

const FOLDER = new URL("../../../prisma/seed/", import.meta.url);
export const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
export const digests = new Map<string, Digest>(
  readdirSync(new URL("digests/", FOLDER)).map((name) => [
    name.replace(".md", ""),
    readDigest(read(`digests/${name}`)),
  ]),
);
export const digestWords = Array.from(digests.values(), ({ text }) => text).join("\n\n");
export const cast = readCast();
export const roleOf = new Map(cast.map(({ handle, role }) => [handle, role]));
export const threads = readDebate();
export const all = threads.flatMap((thread) => thread.arguments);
export const byKey = new Map(all.map((argument) => [argument.key, argument]));

export const isVisible = ({ state }: SeedArgument) => state === undefined || state === "marked";
export const parentOf = ({ parent }: SeedArgument) => (parent === null ? undefined : byKey.get(parent));
/** From an argument up to the one that answers the question. */
export function pathOf(argument: SeedArgument): SeedArgument[] {
  const path: SeedArgument[] = [];
  for (let at: SeedArgument | undefined = argument; at && !path.includes(at); at = parentOf(at)) path.push(at);
  return path;
}
export const sideOf = (argument: SeedArgument) =>
  pathOf(argument).filter(({ stance }) => stance === "CON").length % 2 ? "CON" : "PRO";
