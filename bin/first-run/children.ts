import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./folders.mjs";
import { DISK_FULL, Stop } from "./steps.mjs";

/** Longer than the ten seconds that the server gives to what it is answering. */
const END_SECONDS = 15;

/** The database driver deprecates the way in which Prisma's adapter calls it; whoever runs a forum can do nothing about it. */
const QUIET = "--disable-warning=DeprecationWarning";

const tied = new URL("./tied.ts", import.meta.url).href;

/** Starts the pinned Node on a file, so that it ends with us even when we are killed. A terminal's Ctrl-C reaches it through us alone. */
export function startNode(args: string[], env: NodeJS.ProcessEnv, show: boolean): ChildProcess {
  return spawn(process.execPath, [QUIET, "--import", tied, ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", show ? "inherit" : "pipe", "ipc"],
    detached: process.platform !== "win32",
  });
}

/** Runs the pinned Node on a file with our own terminal, to its end; the answer is its exit code. */
export async function runAttached(args: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, [QUIET, "--import", tied, ...args], {
    cwd: root,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const end = () => void endChild(child);
  signal.addEventListener("abort", end);
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("exit", done));
  signal.removeEventListener("abort", end);
  return code ?? 1;
}

/** Until the server prints its line `ready`; all else that it prints is passed on. */
export function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (!server.stdout) return;
    createInterface(server.stdout).on("line", (line) => (line === "ready" ? done() : console.log(line)));
  });
}

/** Runs the pinned Node on a file to its end; the answer is what it printed. Stopped when the signal says so. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const child = startNode(args, env, false);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  const end = () => void endChild(child);
  signal.addEventListener("abort", end);
  const code = await new Promise((done, fail) => child.on("error", fail).on("close", done));
  signal.removeEventListener("abort", end);
  signal.throwIfAborted();
  if (code !== 0) throw new Stop(whyNot(args[0] ?? "", output));
  return output;
}

function whyNot(file: string, output: string): string {
  if (/ENOSPC|No space left on device/.test(output)) return DISK_FULL;
  // The last forty lines hold any compiler's complaint.
  const last = output.trim().split("\n").slice(-40).join("\n");
  return `This step (${file}) failed. What was stored is safe. It said:\n${last || "nothing"}`;
}

/** Asks a process and all it started to end, and after a while makes them. */
export async function endChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  send(child, "SIGTERM");
  const late = new AbortController();
  await Promise.race([ended, sleep(END_SECONDS * 1000, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
  send(child, "SIGKILL");
  await ended;
}

/** A child that leads a group of its own is sent the signal with the whole group; Windows knows no groups. */
function send(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    child.kill(signal);
  }
}
