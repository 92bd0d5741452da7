import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { root } from "./first-run/folders.mjs";
import { migrationsIn } from "./first-run/migrations.ts";
import { installQueue } from "./first-run/queue.ts";
import { openEngine } from "./first-run/schema-engine.ts";
import { command, Stop } from "./first-run/steps.mjs";

const HELP = `
node bin/migrate.ts

Brings the database to the schema of prisma/migrations and gives the app's role its rights (prisma/grants.sql).
All migrations that are due apply together or none does. Two of these at once: the second waits.

  DATABASE_OWNER_URL  the role that owns the tables
  DATABASE_URL        the app's role`;

/** So that only one migrates; not the number that Prisma's own engine locks meanwhile. */
const ONE_AT_A_TIME = 1_196_576_069;

/** Applies what is due and answers the names of the migrations applied. An app role that is the owner gets no grants: it has all rights. */
export async function migrate({ ownerUrl, appRole }: { ownerUrl: string; appRole: string }): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [ONE_AT_A_TIME]);
    await installQueue(ownerUrl);
    return await inOneTransaction(ownerUrl, async (pool) => {
      const applied = await applyMigrations(pool);
      const { rows } = await pool.query("SELECT current_user AS owner");
      if (rows[0].owner !== appRole) await pool.query(grantsTo(appRole));
      return applied;
    });
  } finally {
    await lock.end();
  }
}

async function applyMigrations(pool: pg.Pool): Promise<string[]> {
  const migrationsList = migrationsIn(join(root, "prisma/migrations"));
  let failure: Error | undefined;
  const engine = await openEngine(pool, (error, script) => {
    const name = migrationsList.migrationDirectories.find((one) => one.migrationFile.content.value === script)?.path;
    failure ??= new Error(`The migration ${name} failed and nothing of it was kept: ${error.message}`, {
      cause: error,
    });
  });
  try {
    const filters = { externalTables: [], externalEnums: [] };
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  } catch (error) {
    // The engine's own error is about its record of the failure, which a broken transaction refuses.
    throw failure ?? error;
  }
}

/** The grants, and the right to see what has been applied, so that a start without the owner's role can tell. */
function grantsTo(appRole: string) {
  const grants = readFileSync(join(root, "prisma/grants.sql"), "utf8");
  return `${grants}\n;GRANT SELECT ON _prisma_migrations TO :app`.replaceAll(/:app\b/g, pg.escapeIdentifier(appRole));
}

/** One connection, one transaction: a migration that is killed leaves nothing behind. */
async function inOneTransaction<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  pool.on("error", () => {});
  try {
    await pool.query("BEGIN");
    const result = await work(pool);
    await pool.query("COMMIT");
    return result;
  } finally {
    // Without a COMMIT, leaving rolls back.
    await pool.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await command(HELP, async () => {
    const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env;
    if (!ownerUrl || !appUrl) throw new Stop("DATABASE_OWNER_URL and DATABASE_URL must be set. Nothing was changed.");
    const applied = await migrate({ ownerUrl, appRole: decodeURIComponent(new URL(appUrl).username) });
    console.log(`${applied.length} migrations applied`);
  });
