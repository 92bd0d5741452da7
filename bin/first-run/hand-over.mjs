import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";
import { pinnedNode } from "./install.mjs";

/** Runs a TypeScript file with the pinned Node in our place: our signals are its signals, its exit code becomes ours. */
export function handOver(file, args) {
  const child = spawn(pinnedNode, ["--import", tied, join(root, file), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill("SIGTERM"));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? (signal ? 1 : 0);
      done();
    });
  });
}

const tied = new URL("./tied.ts", import.meta.url).href;

/**
 * npm runs us through a shell that passes no signal on. When npm is gone, nobody else could stop us any more, so we end too. Looked
 * at five times a second: a process has no event for it, and whoever stopped npm expects the port to be free soon.
 */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const above = parents();
  setInterval(() => parents() !== above && end(), 200).unref();
}

/** Our parent, the shell, and where the system shows it the shell's parent, npm. */
function parents() {
  try {
    // The fourth word, after a name in brackets that may hold anything (proc(5)).
    const [, parent] = readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return `${process.ppid} ${parent}`;
  } catch {
    return `${process.ppid}`;
  }
}
