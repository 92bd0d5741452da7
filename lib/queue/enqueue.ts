/** Asks for work in the transaction of the act: where that is rolled back, nothing was asked. */
import { fromPrisma, PgBoss } from "pg-boss";
import { pool, type Tx } from "#lib/db";
import { type Jobs, type QueueName, SCHEMA } from "#lib/queue/queues";

/** It writes jobs and does none, so it needs no start; it reads each queue's settings once. */
const sender = new PgBoss({
  db: { executeSql: (text, values) => pool().query(text, values as unknown[]) },
  schema: SCHEMA,
  migrate: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
});

/** One statement, however many jobs. They are done after the commit. */
export async function enqueue<Q extends QueueName>(tx: Tx, queue: Q, jobs: Jobs[Q][]): Promise<void> {
  if (jobs.length === 0) return;
  await sender.insert(
    queue,
    jobs.map((data) => ({ data })),
    { db: fromPrisma(tx) },
  );
}
