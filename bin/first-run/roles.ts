import type { Client } from "pg";
import type { Secrets } from "./secrets.ts";

export const DATABASE = "grounds";
export const OWNER = "grounds_owner";
export const APP = "grounds_app";

/** The number of the lock under which they are made. */
const MAKING = 1_196_576_070;

/** Two roles: one that owns the tables and changes them, one that the app runs as and that can change none. Twice is as once. */
export async function makeRoles(superuser: Client, secrets: Secrets) {
  // Two commands may join the server at the same moment.
  await superuser.query("SELECT pg_advisory_lock($1)", [MAKING]);
  for (const [role, password] of [
    [OWNER, secrets.owner],
    [APP, secrets.app],
  ] as const) {
    const { rowCount } = await superuser.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (!rowCount) await superuser.query(`CREATE ROLE ${role} LOGIN`);
    await superuser.query(`ALTER ROLE ${role} PASSWORD ${superuser.escapeLiteral(password)}`);
  }
  const { rowCount } = await superuser.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
  if (!rowCount) await makeDatabase(superuser, DATABASE);
  await superuser.query("SELECT pg_advisory_unlock($1)", [MAKING]);
}

export async function makeDatabase(superuser: Client, name: string, template = "template1") {
  const database = superuser.escapeIdentifier(name);
  await superuser.query(`CREATE DATABASE ${database} OWNER ${OWNER} TEMPLATE ${superuser.escapeIdentifier(template)}`);
  await superuser.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await superuser.query(`GRANT CONNECT ON DATABASE ${database} TO ${APP}`);
}
