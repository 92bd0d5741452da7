import { PgBoss } from "pg-boss";
import { QUEUES, SCHEMA } from "../../lib/queue/queues.ts";

/**
 * Installs the queue's tables in a schema of their own, in a transaction of the library's own, and makes each queue as
 * it is described today. Twice is as once. The app may do none of this.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  // What matters is thrown by the calls themselves.
  boss.on("error", () => {});
  try {
    await boss.start();
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
