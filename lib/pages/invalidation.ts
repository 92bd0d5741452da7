import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { log } from "#lib/log";
import { keepListening } from "#lib/pages/listening";
import { Sync } from "#lib/pages/sync";

/** The name under which a listening connection is found in pg_stat_activity. */
const NAME = "grounds pages";

/** A write is answered after this long even if a process has not: longer would be felt as a fault of the form. */
const BARRIER_MS = 500;

interface Changes {
  barrier(): Promise<void>;
  stop(): Promise<void>;
}

/** Who must know what changed. */
interface Audience {
  /** Changes are heard from now on; what was missed before is not made up for. */
  open(): void;
  invalidate(tag: string): void;
  shut(): void;
}

/**
 * Hears what the database notifies and keeps the store true: `pages` carries a tag, `pages_sync` a question that each
 * process answers on `pages_ack`. Notifications arrive in the order of their commits, so whoever answers has forgotten
 * what was committed before the question. While nothing can be heard the store is shut. Others may hear the same.
 * `url` must lead to the database itself: a pooler that shares sessions loses notifications.
 */
export function hearChanges(url: string, ...audience: Audience[]): Changes {
  const rounds = new Map<string, Sync>();
  // One to ask and one to answer. They stay: to connect anew takes a busy process longer than a barrier waits.
  const sql = postgres(url, {
    max: 2,
    max_lifetime: null,
    fetch_types: false,
    connection: { application_name: "grounds barriers" },
  });
  const listening = keepListening(url, {
    channels: ["pages", "pages_sync", "pages_ack"],
    name: NAME,
    begun() {
      for (const one of audience) one.open();
    },
    heard: hear,
    lost(error) {
      for (const one of audience) one.shut();
      log.warn("changes cannot be heard, pages are rendered for each request", { error });
    },
  });

  function hear(channel: string, payload: string, pid: number): void {
    if (channel === "pages") for (const one of audience) one.invalidate(payload);
    else if (channel === "pages_sync") answer(payload, pid);
    else {
      const [round = "", answering] = payload.split(" ");
      rounds.get(round)?.answer(Number(answering));
    }
  }

  function answer(round: string, pid: number): void {
    sql.notify("pages_ack", `${round} ${pid}`).catch((error) => log.warn("a barrier could not be answered", { error }));
  }

  async function ask(round: string, sync: Sync): Promise<"reached"> {
    const rows = await sql<{ pid: number }[]>`
      WITH asked AS MATERIALIZED (SELECT pg_notify('pages_sync', ${round}))
      SELECT pid FROM asked, pg_stat_activity WHERE application_name = ${NAME} AND datname = current_database()`;
    sync.ask(rows.map(({ pid }) => pid));
    await sync.done;
    return "reached";
  }

  return {
    async barrier() {
      const round = randomUUID();
      const sync = new Sync();
      rounds.set(round, sync);
      const outcome = await Promise.race([ask(round, sync), delay(BARRIER_MS, "late", { ref: false })]).catch(
        (error: Error) => error,
      );
      rounds.delete(round);
      if (outcome !== "reached") log.warn("not every process has confirmed a change", { outcome });
    },
    async stop() {
      await Promise.allSettled([listening.stop(), sql.end({ timeout: 1 })]);
    },
  };
}
