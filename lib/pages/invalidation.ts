import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { log } from "#lib/log";
import type { PageStore } from "#lib/pages/store";
import { Sync } from "#lib/pages/sync";

/** The name under which a listening connection is found in pg_stat_activity; it is taken only once it listens. */
const NAME = "grounds pages";

/** A write is answered after this long even if a process has not: longer would be felt as a fault of the form. */
const BARRIER_MS = 500;
const RETRY_MS = 500;
/** A database that has not answered by now is away. */
const CONNECT_MS = 5_000;
/** A connection can die without a word; a page is at most these two together older than the truth when one does. */
const PULSE_MS = 2_000;
const PULSE_PATIENCE_MS = 1_000;

interface Changes {
  barrier(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Hears what the database notifies and keeps the store true: `pages` carries a tag, `pages_sync` a question that each
 * process answers on `pages_ack`. Notifications arrive in the order of their commits, so whoever answers has forgotten
 * what was committed before the question. While nothing can be heard the store is shut.
 * `url` must lead to the database itself: a pooler that shares sessions loses notifications.
 */
export function hearChanges(url: string, store: PageStore): Changes {
  const rounds = new Map<string, Sync>();
  // One to ask and one to answer. They stay: to connect anew takes a busy process longer than a barrier waits.
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: "grounds barriers",
  });
  pool.on("error", (error) => log.warn("a connection for barriers was lost", { error }));
  let stopped = false;
  let current: pg.Client | undefined;

  function connect(): void {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: PULSE_PATIENCE_MS,
      keepAlive: true,
    });
    current = client;
    let pulse: NodeJS.Timeout | undefined;
    let over = false;

    function lose(error?: Error): void {
      if (over) return;
      over = true;
      clearInterval(pulse);
      store.shut();
      client.end().catch(() => {});
      if (stopped) return;
      log.warn("changes cannot be heard, pages are rendered for each request", { error });
      setTimeout(connect, RETRY_MS).unref();
    }

    async function listen(): Promise<void> {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      client.on("notification", ({ channel, payload = "" }) => hear(channel, payload, rows[0]?.pid ?? 0));
      await client.query("LISTEN pages; LISTEN pages_sync; LISTEN pages_ack");
      // Only now may a barrier count us, and only then may we serve from memory.
      await client.query(`SET application_name = '${NAME}'`);
      if (over) return;
      store.open();
      pulse = setInterval(() => client.query("SELECT 1").catch(lose), PULSE_MS).unref();
    }

    client.on("error", lose).on("end", lose);
    listen().catch(lose);
  }

  function hear(channel: string, payload: string, pid: number): void {
    if (channel === "pages") store.invalidate(payload);
    else if (channel === "pages_sync") notify("pages_ack", `${payload} ${pid}`);
    else {
      const [round = "", answering] = payload.split(" ");
      rounds.get(round)?.answer(Number(answering));
    }
  }

  function notify(channel: string, payload: string): void {
    pool
      .query("SELECT pg_notify($1, $2)", [channel, payload])
      .catch((error) => log.warn("a barrier could not be answered", { error }));
  }

  async function ask(round: string, sync: Sync): Promise<"reached"> {
    const { rows } = await pool.query<{ pids: number[] }>(
      `SELECT pg_notify('pages_sync', $1), array(
         SELECT pid FROM pg_stat_activity WHERE application_name = $2 AND datname = current_database()) AS pids`,
      [round, NAME],
    );
    sync.ask(rows[0]?.pids ?? []);
    await sync.done;
    return "reached";
  }

  connect();

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
      stopped = true;
      await Promise.allSettled([current?.end(), pool.end()]);
    },
  };
}
