import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataFolder } from "../../../bin/first-run/folders.mjs";
import { placeOf } from "../../../bin/first-run/place.ts";
import { postmasterOf, processOf } from "../../../bin/first-run/postmaster.ts";
import { startPostgres } from "../../../bin/postgres.ts";

// A server of this file's own, so that it can be killed.
const folder = join(dataFolder, "test-first-run");
const data = () => join(placeOf(folder).home, "data");
const start = () => startPostgres(folder, { durable: false });

function remove() {
  rmSync(placeOf(folder).home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
beforeAll(remove);
afterAll(remove);

function isUp() {
  const postmaster = postmasterOf(data());
  return postmaster !== undefined && processOf(postmaster, data()) === "ours";
}

async function ask(url: string, question: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(question).finally(() => client.end());
  return rows[0];
}

test("the last one to leave stops the server, the others do not", async () => {
  const first = await start();
  const second = await start();
  expect(second.appUrl).toBe(first.appUrl);
  await first.stop();
  expect(isUp()).toBe(true);
  expect(await ask(second.appUrl, "SELECT 1 AS one")).toEqual({ one: 1 });
  await second.stop();
  expect(isUp()).toBe(false);
}, 30_000);

test("nobody outside this machine can reach it, and it keeps what it is told", async () => {
  const postgres = await startPostgres(folder);
  const settings = "SELECT current_setting('listen_addresses') AS at, current_setting('fsync') AS fsync";
  expect(await ask(postgres.superuserUrl, settings)).toEqual({ at: "127.0.0.1", fsync: "on" });
  await postgres.stop();
}, 30_000);

test("a server that a killed command left running is joined and then stopped", async () => {
  const work = `import { startPostgres } from "./bin/postgres.ts";
    await startPostgres(${JSON.stringify(folder)}, { durable: false });
    console.log("up");`;
  const killed = spawn(process.execPath, ["--input-type=module-typescript", "-e", work], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(killed.stdout, "data");
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const left = postmasterOf(data());
  expect(isUp()).toBe(true);
  const postgres = await start();
  expect(postmasterOf(data())).toEqual(left);
  await postgres.stop();
  expect(isUp()).toBe(false);
}, 30_000);

test.runIf(process.platform === "linux")(
  "a note of a dead server whose number another process has now is seen through",
  async () => {
    const file = join(data(), "postmaster.pid");
    // Ours lives and works in another folder.
    writeFileSync(file, `${process.pid}\n${data()}\n1700000000\n5\n\n127.0.0.1\n`);
    const postgres = await start();
    expect(postmasterOf(data())?.pid).not.toBe(process.pid);
    await postgres.stop();
  },
  30_000,
);

test("the data of another PostgreSQL is refused and left as it is", async () => {
  const file = join(data(), "PG_VERSION");
  writeFileSync(file, "17\n");
  await expect(start()).rejects.toThrow("of PostgreSQL 17");
  expect(readFileSync(file, "utf8")).toBe("17\n");
  writeFileSync(file, "18\n");
}, 30_000);

test("lost passwords are said to be lost, and none are made in their place", async () => {
  rmSync(join(folder, "secrets.json"));
  await expect(start()).rejects.toThrow("secrets.json");
  expect(existsSync(join(folder, "secrets.json"))).toBe(false);
}, 30_000);
