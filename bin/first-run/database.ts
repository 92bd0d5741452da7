import { existsSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "../postgres.ts";
import { runNode } from "./children.ts";
import { dataFolder } from "./folders.mjs";
import { checkOwner, checkRole, checkSchemaIsThere } from "./given-database.ts";
import { Stop, step } from "./steps.mjs";

/** The database that a clone uses: without an owner's address it can be used, but not migrated. */
export type Database = { appUrl: string; ownerUrl: string | undefined; stop(): Promise<void> };

/** The one that DATABASE_URL names, else the embedded one. */
export async function openDatabase(): Promise<Database> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!appUrl && ownerUrl)
    throw new Stop(
      "DATABASE_OWNER_URL is set, but DATABASE_URL, the address for the app's own role, is not. Nothing was changed. Set both or neither.",
    );
  if (appUrl) return step("Reaching the database of DATABASE_URL", () => openGiven(appUrl, ownerUrl || undefined));
  const again = existsSync(join(dataFolder, "postgres-port"));
  const postgres = await step(again ? "Starting the database" : "Making and starting the database", () =>
    startPostgres(dataFolder),
  );
  if (existsSync(join(dataFolder, "location")))
    console.error(
      `    The database's user cannot pass into this folder: the data is in ${postgres.home} (npm run reset removes it).`,
    );
  return postgres;
}

/** Migrates in a process of its own, the only one that is told the owner's address, and over before anything is served. */
export async function migrateDatabase({ ownerUrl }: Database, env: NodeJS.ProcessEnv, signal: AbortSignal) {
  if (!ownerUrl) return;
  const said = await step("Migrating the database", () =>
    runNode(["bin/migrate.ts"], { ...env, DATABASE_OWNER_URL: ownerUrl }, signal),
  );
  console.error(`    ${said.trim()}`);
}

async function openGiven(appUrl: string, ownerUrl: string | undefined): Promise<Database> {
  const mayOwn = process.env.ALLOW_OWNER === "1";
  const owns = await checkRole(appUrl, mayOwn);
  if (ownerUrl) await checkOwner(ownerUrl);
  else if (!owns) await checkSchemaIsThere(appUrl);
  return { appUrl, ownerUrl: ownerUrl ?? (owns ? appUrl : undefined), stop: async () => {} };
}
