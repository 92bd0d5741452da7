import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** The server that a data folder's postmaster.pid names. */
export type Postmaster = { pid: number; port: number };

export function postmasterOf(data: string): Postmaster | undefined {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  return parsePostmaster(readFileSync(file, "utf8"));
}

/** Line 1 is the process, line 4 the port (PostgreSQL, "miscinit": the lock file's lines); a half-written file is none. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined;
}

/** Whose process that number is now: numbers are given again after a crash. On Linux it can be told, elsewhere it is believed. */
export function processOf({ pid }: Postmaster, data: string): "ours" | "another's" | "gone" {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return "gone";
  }
  if (process.platform !== "linux") return "ours";
  try {
    // A PostgreSQL server works in its data folder.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) ? "ours" : "another's";
  } catch {
    // A dead process that nobody has waited for yet, or one of another user: our server runs as the user we may look into.
    return "another's";
  }
}
