import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureClient } from "./build.ts";
import { runAttached } from "./children.ts";
import { migrateDatabase, openDatabase } from "./database.ts";
import { root } from "./folders.mjs";
import { interruption } from "./interruption.ts";
import { appEnvironment, portFrom, readEnvFile } from "./settings.ts";
import { command, Stop } from "./steps.mjs";

/** Runs one of the commands: its help as it is, anything else with the environment and the database that the app has. */
const [file = "", ...args] = process.argv.splice(2);
await command("", async () => {
  if (!existsSync(join(root, file))) throw new Stop(`There is no ${file || "file to run"}. Nothing was done.`);
  const signal = interruption();
  readEnvFile();
  await ensureClient(signal);
  const env = appEnvironment(portFrom(process.env.PORT || undefined), "production");
  if (args.includes("--help")) {
    process.exitCode = await runAttached([file, ...args], env, signal);
    return;
  }
  const database = await openDatabase();
  try {
    const embedded = process.env.DATABASE_URL ? "0" : "1";
    const withDatabase = { ...env, DATABASE_URL: database.appUrl, EMBEDDED_DATABASE: embedded };
    await migrateDatabase(database, withDatabase, signal);
    process.exitCode = await runAttached([file, ...args], withDatabase, signal);
  } finally {
    await database.stop();
  }
});
