import { openDataFolder } from "./first-run/folders.mjs";
import { handOver } from "./first-run/hand-over.mjs";
import { ensureInstalled } from "./first-run/install.mjs";
import { command } from "./first-run/steps.mjs";

const HELP = `
npm run check            form, types, all tests, build; stops at the first that fails
npm run check -- --fast  form and types alone`;

await command(HELP, async () => {
  openDataFolder();
  await ensureInstalled();
  await handOver("bin/first-run/check.ts", process.argv.slice(2));
});
