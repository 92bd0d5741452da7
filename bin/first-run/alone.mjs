import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataFolder } from "./folders.mjs";

/*
 * One process at a time does a thing in a clone. The file names who does it, and where that process can be asked whether it still
 * lives: a number of a process alone would be believed when, after a crash, another program has been given it.
 */

/** Takes the name for this process; the answer is how to give it back, or the number of the process that has it. */
export async function claim(name) {
  const file = fileOf(name);
  const word = randomBytes(16).toString("hex");
  const server = createServer((socket) => socket.on("error", () => {}).end(word));
  await new Promise((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  server.unref();
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, port: server.address().port, word }), { flag: "wx" });
      // Two that find the same file of a dead process could each remove it: whoever wrote last has the name.
      await sleep(50);
      if (read(file)?.word === word) return { release: () => release(file, server) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = await holderOf(name);
    if (holder) {
      server.close();
      return { holder };
    }
    rmSync(file, { force: true });
  }
}

/** Waits until the name is free, does the work, gives the name back. */
export async function inTurn(name, work) {
  for (;;) {
    const { release } = await claim(name);
    if (!release) {
      await sleep(500);
      continue;
    }
    try {
      return await work();
    } finally {
      release();
    }
  }
}

/** The number of the living process that has the name. */
export async function holderOf(name) {
  // A file being written has no words yet.
  const said = read(fileOf(name)) ?? (await sleep(100).then(() => read(fileOf(name))));
  return said && (await answers(said)) ? said.pid : undefined;
}

function fileOf(name) {
  return join(dataFolder, `${name}.json`);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function release(file, server) {
  server.close();
  rmSync(file, { force: true });
}

function answers({ port, word }) {
  return new Promise((done) => {
    let heard = "";
    // A living process on the same machine answers at once; two seconds allow for a very busy one.
    const socket = connect({ port, host: "127.0.0.1", timeout: 2000 });
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("timeout", () => socket.destroy());
    socket.on("error", () => done(false));
    socket.on("close", () => done(heard === word));
  });
}
