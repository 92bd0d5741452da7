import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inTurn } from "./first-run/alone.mjs";
import { program, runProgram } from "./first-run/binaries.ts";
import { makeCluster, whyNot } from "./first-run/cluster.ts";
import { openDataFolder } from "./first-run/folders.mjs";
import { freePort } from "./first-run/free-port.ts";
import { type Place, placeOf } from "./first-run/place.ts";
import { postmasterOf, processOf } from "./first-run/postmaster.ts";
import { APP, DATABASE, makeRoles, OWNER } from "./first-run/roles.ts";
import { hasSecrets, secretsOf } from "./first-run/secrets.ts";
import { Stop } from "./first-run/steps.mjs";

export type Postgres = {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  home: string;
  stop(): Promise<void>;
};

/** Crash recovery replays at most a checkpoint's worth of writing; two minutes are ample even on a slow disk. */
const START_SECONDS = 120;
/** Whoever uses the server shares this advisory lock; who can take it alone is the last one and stops the server. */
const IN_USE = 1_196_576_068;

/** Starts the folder's embedded PostgreSQL, or joins the one that runs there already, also one that a killed start left behind. */
export async function startPostgres(
  folder: string,
  options: { durable: boolean } = { durable: true },
): Promise<Postgres> {
  openDataFolder(folder);
  const place = placeOf(folder);
  // Two commands may come first at the same time.
  const data = await inTurn("making-database", () => {
    const isNew = !existsSync(join(place.home, "data"));
    return makeCluster(place, isNew || hasSecrets(folder) ? secretsOf(folder).superuser : undefined);
  });
  const secrets = secretsOf(folder);
  const url = (user: string, password: string, port: number, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

  const { holder, port } = await hold(place, data, folder, options.durable, (port) =>
    url("postgres", secrets.superuser, port, "postgres"),
  );
  const stop = () => release(holder, place, data);
  try {
    await makeRoles(holder, secrets);
  } catch (error) {
    await stop();
    throw new Stop(whyNot((error as Error).message, place.home));
  }
  return {
    superuserUrl: url("postgres", secrets.superuser, port, "postgres"),
    ownerUrl: url(OWNER, secrets.owner, port, DATABASE),
    appUrl: url(APP, secrets.app, port, DATABASE),
    home: place.home,
    stop,
  };
}

/** A connection to the running server, kept for as long as we need it. */
async function hold(place: Place, data: string, folder: string, durable: boolean, urlAt: (port: number) => string) {
  const deadline = Date.now() + START_SECONDS * 1000;
  let reason = "";
  let launched = false;
  while (Date.now() < deadline) {
    const running = postmasterOf(data);
    const process = running && processOf(running, data);
    if (running && process === "ours") {
      const holder = await joinServer(urlAt(running.port), data).catch(async (error) => {
        if (launched) await stopServer(place, data);
        throw error;
      });
      if (holder) return { holder, port: running.port };
      reason = `Process ${running.pid} holds it, but does not answer.`;
    } else {
      // Left by a server that was killed. PostgreSQL sees that itself, but not that the number was given to another process.
      if (process === "another's") rmSync(join(data, "postmaster.pid"), { force: true });
      reason = await launch(place, data, folder, durable);
      launched ||= !reason;
      if (reason && !isPassing(reason)) throw new Stop(whyNot(reason, place.home));
    }
    // Short beside a start of one second.
    await sleep(100);
  }
  throw new Stop(whyNot(reason, place.home));
}

/** Another command's server that is starting or stopping, a port just taken, or the memory of a server just killed. */
function isPassing(log: string) {
  return /lock file "postmaster.pid" already exists|Address already in use|pre-existing shared memory/.test(log);
}

async function joinServer(url: string, data: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: "grounds holder", keepAlive: true });
  // The server may go before us: the app's own connections report that.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [IN_USE]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    const { code = "", message } = error as NodeJS.ErrnoException;
    // Not listening yet, starting, stopping, or gone while we asked.
    if (/^(ECONN.*|57P0[123])$/.test(code) || message.includes("Connection terminated")) return undefined;
    if (code === "28P01")
      throw new Stop(
        "The database's passwords and .data/secrets.json differ. Nothing was touched. Put that file back from your backup, or start anew with npm run reset.",
      );
    throw new Stop(whyNot(message, dirname(data)));
  }
}

/** Starts the server; the answer is what it wrote if it did not come up. */
async function launch(place: Place, data: string, folder: string, durable: boolean): Promise<string> {
  const log = join(place.home, "log");
  // 5 MB: weeks of ordinary messages, and nobody reads further back.
  if (existsSync(log) && statSync(log).size > 5_000_000) rmSync(log);
  const before = existsSync(log) ? statSync(log).size : 0;
  const portFile = join(folder, "postgres-port");
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0);
  writeFileSync(portFile, `${port}\n`);
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${port}`,
    "timezone=UTC",
    // The app's pool, its listener, a few commands beside it; tests open a pool for each worker and each process they kill.
    `max_connections=${durable ? 60 : 200}`,
    ...(durable ? [] : ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]),
  ];
  const { code } = await runProgram(
    program(place.native, "pg_ctl"),
    ["start", "-w", "-t", `${START_SECONDS}`, "-D", data, "-l", log, "-o", settings.map((s) => `-c ${s}`).join(" ")],
    place.as,
    false,
  );
  if (code === 0) return "";
  return existsSync(log) ? readFileSync(log).subarray(before).toString() || "nothing" : "nothing";
}

async function release(holder: pg.Client, place: Place, data: string) {
  try {
    await holder.query("SELECT pg_advisory_unlock_shared($1)", [IN_USE]);
    const { rows } = await holder.query("SELECT pg_try_advisory_lock($1) AS last", [IN_USE]);
    if (rows[0].last) await stopServer(place, data);
  } catch {
    // The server has gone already: there is nothing to stop.
  }
  await holder.end().catch(() => {});
}

function stopServer(place: Place, data: string) {
  return runProgram(program(place.native, "pg_ctl"), ["stop", "-w", "-m", "fast", "-D", data], place.as);
}
