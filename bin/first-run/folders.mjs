import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Stop } from "./steps.mjs";

export const root = resolve(import.meta.dirname, "../..");
export const dataFolder = join(root, ".data");

/** Makes the folder that holds everything a clone remembers, or makes sure that the one there is ours. */
export function openDataFolder(folder = dataFolder) {
  const mark = join(folder, "grounds.json");
  if (existsSync(mark)) return folder;
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Stop(
      `${folder} is there, but Grounds did not make it. Nothing in it was touched. Move it away, then start again.`,
    );
  mkdirSync(folder, { recursive: true });
  // Others may pass through, because the database may run as another user, but not list what is here.
  chmodSync(folder, 0o711);
  writeFileSync(mark, `${JSON.stringify({ format: 1 })}\n`);
  return folder;
}
