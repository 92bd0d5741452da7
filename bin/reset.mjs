import { existsSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { holderOf } from "./first-run/alone.mjs";
import { dataFolder, openDataFolder, root } from "./first-run/folders.mjs";
import { handOver } from "./first-run/hand-over.mjs";
import { pinnedNode } from "./first-run/install.mjs";
import { command, Stop } from "./first-run/steps.mjs";

const HELP = `
npm run reset           forgets everything this folder stored: the database, the passwords, the built pages; asks first
npm run reset -- --yes  does not ask`;

await command(HELP, async () => {
  if (!existsSync(dataFolder) && !existsSync(join(root, ".next"))) return console.log("There is nothing to remove.");
  openDataFolder();
  const holder = await holderOf("running");
  if (holder)
    throw new Stop(`Grounds is running from this folder (process ${holder}). Nothing was removed. Stop it first.`);
  const removed = [...elsewhere(), dataFolder, join(root, ".next")].filter((folder) => existsSync(folder));
  if (!process.argv.includes("--yes") && !(await isSure(removed))) return console.log("Nothing was removed.");
  if (existsSync(pinnedNode)) await handOver("bin/first-run/stop.ts", []);
  if (process.exitCode) return;
  for (const folder of removed) rmSync(folder, { recursive: true, force: true });
  removeIfEmpty("/var/lib/grounds");
  console.log(`Removed ${removed.join(", ")}.`);
});

/** The folder outside this one that .data/location names; anything but one of ours is left alone. */
function elsewhere() {
  const note = join(dataFolder, "location");
  const folder = existsSync(note) ? readFileSync(note, "utf8").trim() : "";
  return /^\/var\/lib\/grounds\/[0-9a-f]{16}$/.test(folder) ? [folder] : [];
}

function removeIfEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch {
    // It is not there, or another clone's data is in it.
  }
}

async function isSure(folders) {
  if (!process.stdin.isTTY)
    throw new Stop("Nobody is there to be asked. Nothing was removed. npm run reset -- --yes does not ask.");
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`This removes for ever ${folders.join(", ")}. Type yes to go on: `);
  asking.close();
  return answer.trim().toLowerCase() === "yes";
}
