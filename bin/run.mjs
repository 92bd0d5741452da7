import { openDataFolder } from "./first-run/folders.mjs";
import { handOver } from "./first-run/hand-over.mjs";
import { ensureInstalled } from "./first-run/install.mjs";
import { command } from "./first-run/steps.mjs";

// node bin/run.mjs bin/FILE.ts …: the file is run with its arguments, --help among them, and with a database that is up.
const args = process.argv.splice(2);
await command("", async () => {
  openDataFolder();
  await ensureInstalled();
  await handOver("bin/first-run/run.ts", args);
});
