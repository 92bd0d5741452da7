import { spawn } from "node:child_process";
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

/** When npm started us and is killed, nobody else could stop us any more. Looked at each second: a process has no event for it. */
function endWithNpm(end) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  setInterval(() => process.ppid !== parent && end(), 1000).unref();
}
