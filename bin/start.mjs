import { claim } from "./first-run/alone.mjs";
import { openDataFolder } from "./first-run/folders.mjs";
import { handOver } from "./first-run/hand-over.mjs";
import { ensureInstalled } from "./first-run/install.mjs";

import { command, Stop } from "./first-run/steps.mjs";

const HELP = `
npm start              installs, starts the database, migrates, seeds once, builds once and serves
npm run dev            the same with Next's development mode instead of the build

Where: PORT (3000), APP_URL (http://localhost:PORT). Which database: DATABASE_URL and DATABASE_OWNER_URL, else an embedded one under
.data. Every variable is described in .env.example; a file .env is read. Ctrl-C stops everything that was started.`;

await command(HELP, async () => {
  openDataFolder();
  const { release, holder } = await claim("running");
  if (!release)
    throw new Stop(
      `Grounds is already running from this folder (process ${holder}), and goes on undisturbed. Use that one, or stop it first (Ctrl-C where it runs, or: kill ${holder}).`,
    );
  try {
    await ensureInstalled();
    await handOver("bin/first-run/serve.ts", process.argv.slice(2));
  } finally {
    release();
  }
});
