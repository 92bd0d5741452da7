import { join } from "node:path";
import pg from "pg";
import { root } from "./folders.mjs";
import { namesIn } from "./migrations.ts";
import { Stop } from "./steps.mjs";

/** The oldest PostgreSQL whose SQL the migrations keep to. */
const OLDEST = 15;

/** Whether the app's role could change the tables themselves; that is refused unless it was allowed. */
export function checkRole(appUrl: string, mayOwn: boolean): Promise<boolean> {
  return withDatabase("DATABASE_URL", appUrl, async (client) => {
    const { rows } = await client.query(OWNS);
    const { owns, role, database } = rows[0];
    if (owns && !mayOwn) throw new Stop(secondRole(role, database));
    return owns;
  });
}

export function checkOwner(ownerUrl: string): Promise<void> {
  return withDatabase("DATABASE_OWNER_URL", ownerUrl, async () => {});
}

/** Without the owner's address nothing can be migrated, so it must have been done. */
export function checkSchemaIsThere(appUrl: string): Promise<void> {
  return withDatabase("DATABASE_URL", appUrl, async (client) => {
    // A table that is not there, or that one may not read, tells of no migration.
    const { rows } = await client
      .query("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL")
      .catch(() => ({ rows: [] as { migration_name: string }[] }));
    const done = rows.map((row) => row.migration_name);
    const due = namesIn(join(root, "prisma/migrations")).filter((name) => !done.includes(name));
    if (due.length > 0)
      throw new Stop(
        `The database is not ready: ${due.length} migrations are due, and the app's role may not apply them. Nothing was changed. Set DATABASE_OWNER_URL to the address of the role that owns the tables, then start again.`,
      );
  });
}

async function withDatabase<T>(name: string, url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  // Ten seconds: a database that has to be woken may take some, a wrong address is not waited for any longer.
  const client = open(name, url);
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Stop(
      `The database of ${name} (${place(url)}) cannot be reached: ${message || code}. Nothing was changed. Start it or correct the address, then start again.`,
    );
  }
  try {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
    if (rows[0].major < OLDEST)
      throw new Stop(
        `The database of ${name} is PostgreSQL ${rows[0].major}; Grounds needs ${OLDEST} or newer. Nothing was changed.`,
      );
    return await work(client);
  } finally {
    await client.end();
  }
}

function open(name: string, url: string): pg.Client {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new Stop(
      `${name} is no address of a PostgreSQL (postgresql://role:password@host:port/database). Nothing was changed. Correct it, then start again.`,
    );
  return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
}

/** The address without the password. */
function place(url: string): string {
  const { username, host, pathname } = new URL(url);
  return `${username}@${host}${pathname}`;
}

const OWNS = `
  SELECT current_user AS role, current_database() AS database,
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    OR EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND pg_has_role(datdba, 'MEMBER'))
    OR EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public' AND pg_has_role(nspowner, 'MEMBER'))
    OR EXISTS (SELECT FROM pg_tables t JOIN pg_roles r ON r.rolname = t.tableowner
               WHERE t.schemaname = 'public' AND pg_has_role(r.oid, 'MEMBER')) AS owns`;

function secondRole(role: string, database: string): string {
  return `The role ${role} of DATABASE_URL owns the tables' place or is a superuser, so it could change what must never change. Nothing was
changed. Make a second role for the app, as a superuser:

  CREATE ROLE grounds_app LOGIN PASSWORD 'a long random password';
  GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO grounds_app;

Then set DATABASE_OWNER_URL to the address that DATABASE_URL has now, and DATABASE_URL to the same with grounds_app and its password.
The tables' rights are granted at every start. (ALLOW_OWNER=1 starts with the one role all the same.)`;
}
