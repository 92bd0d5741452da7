/** Does what was asked for, in the process that serves. A lost database stops nothing but the work. */
import { type Job, type JobResult, PgBoss } from "pg-boss";
import { log } from "#lib/log";
import { type Jobs, type QueueName, SCHEMA } from "#lib/queue/queues";

/** What does a queue's jobs, at most so many of them at once. What it throws is tried again later. */
export interface Work<Q extends QueueName> {
  atOnce: number;
  act: (jobs: Jobs[Q][]) => Promise<void>;
}
export type Works = { [Q in QueueName]: Work<Q> };

/** One connection fetches, one settles; a third listens beside the pool. */
const POOL_MAX = 2;
/** A commit wakes the worker; this is how late it finds a job that waits for its hour or for another try. */
const POLL_SECONDS = 15;
/** A job in hand may end, and is tried again elsewhere if it has not by now. */
const STOP_MS = 8_000;
/** How often jobs are looked for whose worker died. */
const SUPERVISE_SECONDS = 60;
const HOUR_MS = 3_600_000;

export interface Worker {
  stop(): Promise<void>;
}

/** Begins to work as soon as the database answers, and until it is stopped; `hourly` is done at once and every hour. */
export function startWorker(url: string, works: Works, hourly: () => Promise<void> = async () => {}): Worker {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: "grounds queue",
    max: POOL_MAX,
    useListenNotify: true,
    // The owner has made everything; the app's role could not.
    migrate: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", (error) => log.warn("the queue met a fault", { error }));
  boss.on("warning", ({ message }) => log.warn("the queue warns", { warning: message }));

  async function begin(): Promise<void> {
    await boss.start({ attempts: Number.MAX_SAFE_INTEGER });
    for (const name of Object.keys(works) as QueueName[]) await take(name);
    await everyHour();
  }

  const everyHour = () => hourly().catch((error) => log.warn("an hourly task failed", { error }));
  const hours = setInterval(everyHour, HOUR_MS).unref();

  async function take<Q extends QueueName>(name: Q): Promise<void> {
    const { atOnce, act }: Work<Q> = works[name];
    const options = {
      batchSize: atOnce,
      perJobResults: true,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    } as const;
    let worker = "";
    worker = await boss.work<Jobs[Q], undefined, typeof options>(name, options, async (jobs) => {
      // Where there was work there may be more: it is not left to the next look.
      boss.notifyWorker(worker);
      const error = await attempt(jobs);
      if (error === null) return jobs.map(({ id }) => ({ id, status: "completed" }));
      // One that cannot be done must not keep the others from it.
      const results: JobResult[] = [];
      for (const job of jobs) {
        const flaw = jobs.length === 1 ? error : await attempt([job]);
        if (flaw !== null) log.warn("a job failed", { queue: name, job: job.id, error: flaw });
        results.push({ id: job.id, status: flaw === null ? "completed" : "failed" });
      }
      return results;
    });

    const attempt = (jobs: Job<Jobs[Q]>[]): Promise<unknown> =>
      act(jobs.map(({ data }) => data)).then(
        () => null,
        (flaw: unknown) => flaw ?? new Error("a job failed without saying why"),
      );
  }

  const begun = begin().catch((error) => log.error("the queue does not work", { error }));
  return {
    async stop() {
      clearInterval(hours);
      await boss.stop({ graceful: true, timeout: STOP_MS });
      await begun;
    },
  };
}
