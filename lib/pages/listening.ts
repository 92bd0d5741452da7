import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";

const RETRY_MS = 500;
/** A database that has not answered by now is away. */
const CONNECT_SECONDS = 5;
/** A connection can die without a word; a page is at most these two together older than the truth when one does. */
const PULSE_MS = 2_000;
const PULSE_PATIENCE_MS = 1_000;

interface Listener {
  channels: readonly string[];
  /** The name that the connection bears in pg_stat_activity; it is taken only once it listens. */
  name: string;
  /** It listens; what was missed before is not made up for. */
  begun(): void;
  /** A notification, and the database's own number for the connection that heard it. */
  heard(channel: string, payload: string, pid: number): void;
  lost(error: unknown): void;
}

/** The two hooks that postgres.js takes and does not declare: its own `listen` comes back silently, and we must know. */
interface Hooks {
  onnotify(channel: string, payload: string): void;
  onclose(): void;
}

/** Listens on one connection, says when it is lost, and tries again until it is told to stop. */
export function keepListening(url: string, listener: Listener): { stop(): Promise<void> } {
  let stopped = false;
  let current: postgres.Sql | undefined;

  function connect(): void {
    let pid = 0;
    let over = false;
    let pulse: NodeJS.Timeout | undefined;
    const hooks: Hooks = {
      onnotify: (channel, payload) => listener.heard(channel, payload, pid),
      onclose: () => lose(new Error("the connection was closed")),
    };
    const options = {
      max: 1,
      max_lifetime: null,
      connect_timeout: CONNECT_SECONDS,
      fetch_types: false,
      prepare: false,
    };
    const sql = postgres(url, { ...options, ...hooks } as postgres.Options<Record<string, never>>);
    current = sql;

    function lose(error: unknown): void {
      if (over) return;
      over = true;
      clearInterval(pulse);
      sql.end({ timeout: 0 }).catch(() => {});
      if (stopped) return;
      listener.lost(error);
      setTimeout(connect, RETRY_MS).unref();
    }

    async function beat(): Promise<void> {
      const answer = await Promise.race([sql`SELECT 1`, delay(PULSE_PATIENCE_MS, null, { ref: false })]);
      if (answer === null) throw new Error("the database has not answered in time");
    }

    async function begin(): Promise<void> {
      const [row] = await sql<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      pid = row?.pid ?? 0;
      for (const channel of listener.channels) await sql`LISTEN ${sql(channel)}`;
      // Only now may others count on us, and only then is what we know complete.
      await sql`SELECT set_config('application_name', ${listener.name}, false)`;
      if (over) return;
      listener.begun();
      pulse = setInterval(() => beat().catch(lose), PULSE_MS).unref();
    }

    begin().catch(lose);
  }

  connect();
  return {
    async stop() {
      stopped = true;
      await current?.end({ timeout: 1 });
    },
  };
}
