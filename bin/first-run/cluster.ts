import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program, runProgram } from "./binaries.ts";
import type { Place } from "./place.ts";
import { Stop } from "./steps.mjs";

const MAJOR = "18";

/** Makes the data folder of a new database, or makes sure that the one there is of our PostgreSQL. */
export async function makeCluster(place: Place, password: string | undefined): Promise<string> {
  const data = join(place.home, "data");
  if (existsSync(data)) {
    const version = existsSync(join(data, "PG_VERSION"))
      ? readFileSync(join(data, "PG_VERSION"), "utf8").trim()
      : "unknown";
    if (version !== MAJOR)
      throw new Stop(
        `The database in ${data} is of PostgreSQL ${version}, and this Grounds brings PostgreSQL ${MAJOR}. Nothing in it was touched. Move it into a PostgreSQL ${MAJOR} with pg_dump and pg_restore, or start anew with npm run reset.`,
      );
    if (password === undefined)
      throw new Stop(
        `The passwords of the database in ${data} are gone (secrets.json). Nothing was touched. Put that file back from your backup, or start anew with npm run reset.`,
      );
    return data;
  }
  mkdirSync(place.home, { recursive: true });
  own(place.home, place, 0o700);
  const begun = join(place.home, "data.new");
  const passwordFile = join(place.home, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(passwordFile, place, 0o600);
  let failure = "";
  // Which letters trigrams know is asked of the system; not every system has the first of these.
  for (const letters of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    rmSync(begun, { recursive: true, force: true });
    failure = await initialise(place, begun, passwordFile, letters);
    if (!failure.includes("invalid locale name")) break;
  }
  rmSync(passwordFile);
  if (failure) throw new Stop(whyNot(failure, place.home));
  renameSync(begun, data);
  return data;
}

/** Makes a data folder; the answer is what initdb wrote if it failed. */
async function initialise(place: Place, folder: string, passwordFile: string, letters: string): Promise<string> {
  const { code, output } = await runProgram(
    program(place.native, "initdb"),
    [
      `--pgdata=${folder}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The built-in locale sorts and folds alike on every system.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      `--lc-ctype=${letters}`,
    ],
    place.as,
  );
  return code === 0 ? "" : output || "nothing";
}

/** What PostgreSQL said, as one sentence where we know it. */
export function whyNot(output: string, home: string): string {
  if (output.includes("No space left on device"))
    return `The disk is full: the database in ${home} could not start. What was stored is safe. Make room, then start again.`;
  const last = output.trim().split("\n").slice(-5).join("\n");
  return `The database in ${home} could not start. What was stored was not touched. PostgreSQL said:\n${last}`;
}

function own(path: string, place: Place, mode: number) {
  chmodSync(path, mode);
  if (place.as) chownSync(path, place.as.uid, place.as.gid);
}
