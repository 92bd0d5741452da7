import { spawn } from "node:child_process";
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { inTurn } from "./alone.mjs";
import { openDataFolder, root } from "./folders.mjs";
import { differences } from "./lock-file.mjs";
import { DISK_FULL, Stop, step } from "./steps.mjs";

/** The packages, the built pages and a first database, with room to spare. */
const NEEDED_BYTES = 2_000_000_000;

/** The Node that package.json pins. */
export const pinnedNode = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** Installs what package-lock.json names, unless exactly that is there. */
export async function ensureInstalled() {
  openDataFolder();
  if (isInstalled()) return;
  await inTurn("installing", async () => {
    if (isInstalled()) return;
    const { bavail, bsize } = statfsSync(root);
    if (bavail * bsize < NEEDED_BYTES)
      throw new Stop(
        `There is too little room on this disk: ${Math.floor((bavail * bsize) / 1e6)} MB are free and Grounds needs ${NEEDED_BYTES / 1e6} MB to install. Nothing was changed. Make room, then start again.`,
      );
    await step("Installing the packages, a minute or two", runNpm);
  });
}

function isInstalled() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));
  const record = "node_modules/.package-lock.json";
  if (!existsSync(join(root, record)) || !existsSync(pinnedNode)) return false;
  return differences(read("package-lock.json"), read(record)).length === 0;
}

function runNpm() {
  // The npm that runs us, else the one on the path; on Windows that is a script, which only a shell can run.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--loglevel=error"];
  const options = {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    // Prisma would download an engine that we never call: any program that exists will do in its place.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  };
  const child = npm?.endsWith(".js")
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn("npm", args, { ...options, shell: process.platform === "win32" });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Stop(whyNot(said)))));
  });
}

function whyNot(said) {
  if (said.includes("ENOSPC")) return DISK_FULL;
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(said))
    return "The package registry cannot be reached, so the packages could not be installed. Nothing was lost. Check the network and npm's settings, then start again.";
  return `The packages could not be installed. Nothing was lost. npm said:\n${said.trim()}`;
}
