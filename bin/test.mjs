import { openDataFolder } from "./first-run/folders.mjs";
import { handOver } from "./first-run/hand-over.mjs";
import { ensureInstalled } from "./first-run/install.mjs";
import { command } from "./first-run/steps.mjs";

const HELP = `
npm test                          all tests: unit, integration, e2e
npm test -- unit|integration|e2e  one part, or several

Integration tests use an embedded database of their own under .data/test. The e2e tests build the pages if they are not built, and
drive a Chromium: CHROMIUM_PATH, else the system's, else Playwright's, else one is installed.
The last line is "N passed, N failed"; the exit code is 1 if any failed or none ran.`;

await command(HELP, async () => {
  openDataFolder();
  await ensureInstalled();
  await handOver("bin/first-run/test.ts", process.argv.slice(2));
});
