/** What is done after an act, by whom and how often it is tried. Pure: the migrating command makes the queues from it. */
import type { QueueOptions } from "pg-boss";

/** Where the queue's library keeps its tables. */
export const SCHEMA = "pgboss";

/** What each queue's jobs say: ids alone, for a job is looked at long after it was written. */
export interface Jobs {
  /** An event of which people are told. */
  notices: { stream: string; number: number };
  /** A letter to send. */
  mail: { mail: string };
  /** A morning on which those who want it so are told of a whole day: `2026-11-23`. */
  digest: { day: string };
  /** A post of which somebody reported something. */
  weighing: { argument: string };
  /** A thread whose mode another one follows at this moment, ISO 8601. */
  modes: { thread: string; at: string };
  /** A platform's course whose roster is to be read. */
  rosters: { context: string };
  /** Grades that stand released, which the class's learning platform is to have. */
  marks: { release: string };
  /** An assignment of which a round opens or ends. */
  rounds: { assignment: string };
}

export type QueueName = keyof Jobs;

/** Both the owner, who makes the queues, and the app read this. A worker hears of a job when it is committed. */
export const QUEUES: Record<QueueName, QueueOptions & { notify: true }> = {
  // A few tries within a minute: what fails then is a fault of ours, and waits for it to be mended.
  notices: { notify: true, retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 60 },
  weighing: { notify: true, retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 },
  modes: { notify: true, retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 60 },
  // It freezes whole threads, one after the other.
  rounds: { notify: true, retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 600, expireInSeconds: 300 },
  // A platform that does not answer is asked again within the hour, and every hour after.
  marks: {
    notify: true,
    retryLimit: 8,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: 600,
  },
  rosters: { notify: true, retryLimit: 4, retryDelay: 60, retryBackoff: true, expireInSeconds: 300 },
  digest: { notify: true, retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 },
  mail: {
    notify: true,
    // Half a minute first, then twice as long each time, never above an hour.
    retryLimit: 30,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 3_600,
    // Longer than a mail server may keep us waiting, so that no second worker sends what the first is sending.
    expireInSeconds: 120,
  },
};
