import { join } from "node:path";
import pg from "pg";
import { dataFolder, openDataFolder, root } from "../../bin/first-run/folders.mjs";
import { hashOfSchema } from "../../bin/first-run/migrations.ts";
import { APP, makeDatabase } from "../../bin/first-run/roles.ts";
import { migrate } from "../../bin/migrate.ts";
import { type Postgres, startPostgres } from "../../bin/postgres.ts";

/** The tests' own server: a crash may cost its data, so it never waits for the disk. */
export function startTestPostgres(): Promise<Postgres> {
  openDataFolder();
  return startPostgres(join(dataFolder, "test"), { durable: false });
}

/** The name of an empty database with today's schema; made once for each state of the migrations. */
export async function makeTemplate(server: Postgres): Promise<string> {
  const name = `template_${hashOfSchema(join(root, "prisma"))}`;
  await withSuperuser(server.superuserUrl, async (superuser) => {
    await superuser.query("SELECT pg_advisory_lock(1)");
    const { rows } = await superuser.query("SELECT datname FROM pg_database WHERE datname ~ '^(template|begun)_'");
    if (rows.some(({ datname }) => datname === name)) return;
    for (const { datname } of rows) await superuser.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    const begun = name.replace("template", "begun");
    await makeDatabase(superuser, begun);
    await migrate({ ownerUrl: urlOf(server.ownerUrl, begun), appRole: APP });
    await superuser.query(`ALTER DATABASE ${begun} RENAME TO ${name}`);
  });
  return name;
}

/** A database of one's own; its name tells which process it belongs to, so that what a killed run left can be dropped. */
export async function cloneDatabase(superuserUrl: string, template: string): Promise<string> {
  clones += 1;
  const name = `test_${process.pid}_${clones}`;
  await withSuperuser(superuserUrl, async (superuser) => {
    await superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await makeDatabase(superuser, name, template);
  });
  return name;
}
let clones = 0;

export function dropDatabase(superuserUrl: string, name: string) {
  return withSuperuser(superuserUrl, (superuser) => superuser.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

export async function dropLeftovers(superuserUrl: string) {
  await withSuperuser(superuserUrl, async (superuser) => {
    const { rows } = await superuser.query("SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'");
    for (const { datname } of rows)
      if (!isAlive(Number(datname.split("_")[1]))) await superuser.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}

/** The same server and role, another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function withSuperuser<T>(url: string, work: (superuser: pg.Client) => Promise<T>): Promise<T> {
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  try {
    return await work(superuser);
  } finally {
    await superuser.end();
  }
}
