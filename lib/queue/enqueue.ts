/** Asks for work in the transaction of the act: where that is rolled back, nothing was asked. */
import { createHash } from "node:crypto";
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

/** Asks for one job under a name of its own, to be done at a moment or soon after; asked again it is the same job. */
export async function enqueueOnce<Q extends QueueName>(
  tx: Tx,
  queue: Q,
  job: Jobs[Q],
  { name, at }: { name: string; at: Date },
): Promise<void> {
  // A job's id is a UUID, whose shape any 32 hexadecimal digits have.
  const id = createHash("sha256").update(`${queue} ${name}`).digest("hex").slice(0, 32);
  await sender.insert(queue, [{ id, data: job, startAfter: at.toISOString() }], { db: fromPrisma(tx) });
}
