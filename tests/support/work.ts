/** A process that works at the queue until it is killed: `node tests/support/work.ts`. */
import { env } from "#lib/env";
import { startWorker } from "#lib/queue/worker";
import { works } from "#lib/works";

startWorker(env().DATABASE_URL, works);
