import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runNode } from "./children.ts";
import { runCommand } from "./run-command.ts";
import { Stop, step } from "./steps.mjs";

/** A Chromium to test with: the one named, the system's, Playwright's own, or one that is installed now. */
export async function findChromium(signal: AbortSignal): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Stop(`CHROMIUM_PATH names ${named}, which is not there. Correct it, then test again.`);
  return named || systemChromium() || (await playwrightsOwn()) || (await installed(signal));
}

function systemChromium(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const elsewhere = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    join(process.env.PROGRAMFILES ?? "", "Google/Chrome/Application/chrome.exe"),
  ];
  return [...onPath, ...elsewhere].find(isProgram);
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  return isProgram(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function installed(signal: AbortSignal): Promise<string> {
  // Ten seconds to be connected: where downloads are barred the answer never comes.
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  const cli = "node_modules/@playwright/test/cli.js";
  await step("Installing a Chromium", () => runNode([cli, "install", "chromium"], env, signal)).catch(() => {});
  signal.throwIfAborted();
  const own = await playwrightsOwn();
  if (own) return own;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"))
    await step("Installing the system's Chromium", async () => {
      await runCommand("apt-get", ["update"], signal);
      await runCommand("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], signal);
    }).catch((error) => console.error(error.message));
  const system = systemChromium();
  if (system) return system;
  throw new Stop("No Chromium was found and none could be installed. Install one, or name it with CHROMIUM_PATH.");
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
