/** Looking at the queue from outside, and letting time pass in it. */
import pg from "pg";
import { PgBoss } from "pg-boss";
import { inject } from "vitest";
import { SCHEMA } from "#lib/queue/queues";
import { urlOf } from "./databases.ts";

export async function asOwner<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  const client = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

export const jobs = () =>
  asOwner<{ name: string; state: string; data: Record<string, unknown>; retry_count: number }>(
    "SELECT name, state::text, data, retry_count FROM pgboss.job ORDER BY created_on, id",
  );

/** What waits for its hour is due; what is in hand has been for longer than it may. */
export async function timePasses(): Promise<void> {
  await asOwner("UPDATE pgboss.job SET start_after = now() WHERE state < 'active'");
  await asOwner("UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active'");
  await asOwner("UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL, maintain_on = NULL");
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? "",
    schema: SCHEMA,
    migrate: false,
    schedule: false,
    supervise: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: false });
  await asOwner("UPDATE pgboss.job SET start_after = now() WHERE state < 'active'");
}

/** Waits until what is asked becomes true, ten seconds at most. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`it did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
