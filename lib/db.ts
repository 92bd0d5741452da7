/** The one way to the database: a pool, the Prisma client on it, and the transaction in which every act happens. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/env";
import { log } from "#lib/log";
import { barrier } from "#lib/pages/barrier";
import { Prisma, PrismaClient } from "../prisma/generated/client.ts";
import { refusalOf } from "./refusal.ts";

/** Two processes of ten, a barrier's listener each, and room for a command beside them, in PostgreSQL's usual hundred. */
const POOL_MAX = 10;
/** A full pool must answer before a reader gives up; the default waits for ever. */
const CONNECT_MS = 5_000;
/** A statement slower than this is a fault, a lock held longer is somebody else's, an idle transaction is forgotten. */
const LIMITS = "-c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s";

/** An act that takes longer than a statement may is a fault. */
const ACT_MS = 10_000;

export type Tx = Prisma.TransactionClient;

interface Connection {
  pool: pg.Pool;
  client: PrismaClient;
}

function connect(): Connection {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: POOL_MAX,
    connectionTimeoutMillis: CONNECT_MS,
    options: LIMITS,
    application_name: "grounds",
  });
  pool.on("error", (error) => log.warn("a database connection ended", { error: error.message }));
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" }) };
}

const KEY = Symbol.for("grounds.db");
const shared = globalThis as unknown as { [KEY]?: Connection };

/** The connection is made on first use, so that a build opens none, and once a process, whoever bundles this file. */
function connection(): Connection {
  shared[KEY] ??= connect();
  return shared[KEY];
}

export const db = (): PrismaClient => connection().client;
export const pool = (): pg.Pool => connection().pool;

export async function disconnect(): Promise<void> {
  const open = shared[KEY];
  delete shared[KEY];
  await open?.client.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}

/**
 * Runs an act in one transaction. Deferred rules are looked at before the commit, so that a refusal is thrown here;
 * after the commit it waits until every process has dropped the pages that the act changed.
 * `at` is the act's moment: the transaction's own, or the one that the seed or an import gives. `timeoutMs` is for what
 * writes thousands of rows.
 * @throws Refused where the database refuses by a rule that has a sentence.
 */
export async function transact<T>(
  act: (tx: Tx, at: Date) => Promise<T>,
  at?: Date,
  { timeoutMs = ACT_MS } = {},
): Promise<T> {
  const result = await db()
    .$transaction(
      async (tx) => {
        if (timeoutMs > ACT_MS) await tx.$executeRaw`SELECT set_config('statement_timeout', ${`${timeoutMs}`}, true)`;
        const moment = at ?? (await now(tx));
        const done = await act(tx, moment);
        await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
        return done;
      },
      { maxWait: CONNECT_MS, timeout: timeoutMs },
    )
    .catch((error: unknown) => {
      throw refusalOf(error) ?? error;
    });
  await barrier();
  return result;
}

/** Tables that take thousands of rows in one act. */
type Wide = "arguments" | "revisions" | "citations" | "spans" | "links" | "events" | "reviews" | "tray_items";

/**
 * Writes many rows of the same columns, named as the database names them. They go as one JSON value: to put a statement
 * of a value for each field together takes this process longer than the database needs to store them, and meanwhile it
 * answers nobody.
 */
export async function insertRows(tx: Tx, table: Wide, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const [into, columns] = [Prisma.raw(table), Prisma.raw(Object.keys(first).join(", "))];
  await tx.$executeRaw`
    INSERT INTO ${into} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows)}::jsonb)`;
}

async function now(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
  if (!row) throw new Error("the database told no time");
  return row.now;
}
