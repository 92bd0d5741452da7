import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { packagedBinaries, program, type RunAs } from "./binaries.ts";
import { dataFolder, openDataFolder, root } from "./folders.mjs";
import { Stop } from "./steps.mjs";

/** Where a data folder's database stands, whose it is, and which programs run it. */
export type Place = { home: string; native: string; as: RunAs };

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of its data or as the user `postgres`, and where that user
 * cannot pass into the clone (it is under a closed folder), data and programs stand in one folder of /var/lib/grounds instead.
 */
export function placeOf(folder: string): Place {
  const { native, version } = packagedBinaries();
  const inside = join(folder, "postgres");
  if (process.getuid?.() !== 0) return { home: inside, native, as: undefined };

  const note = join(dataFolder, "location");
  const elsewhere = existsSync(note) ? readFileSync(note, "utf8").trim() : defaultElsewhere();
  const outside = join(elsewhere, basename(folder).replace(/^\./, ""));
  if (existsSync(join(inside, "data"))) {
    const as = ownerOf(join(inside, "data"));
    if (canReach(folder, native, as)) return { home: inside, native, as };
    throw new Stop(
      `The owner of the database in ${inside} cannot pass into that folder any more. Nothing was lost. Give the folders above it back the right to be passed through (chmod o+x), then start again.`,
    );
  }
  const as = existsSync(join(outside, "data")) ? ownerOf(join(outside, "data")) : postgresUser();
  if (!existsSync(note) && canReach(folder, native, as)) return { home: inside, native, as };
  openDataFolder();
  writeFileSync(note, `${elsewhere}\n`);
  return { home: outside, native: copyOf(native, elsewhere, version), as };
}

function defaultElsewhere() {
  return join("/var/lib/grounds", createHash("sha256").update(root).digest("hex").slice(0, 16));
}

function ownerOf(folder: string): RunAs {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

function canReach(folder: string, native: string, as: RunAs) {
  const asThem = { ...as, cwd: "/", stdio: "ignore" } as const;
  return (
    spawnSync("test", ["-x", existsSync(folder) ? folder : dirname(folder)], asThem).status === 0 &&
    spawnSync(program(native, "initdb"), ["--version"], asThem).status === 0
  );
}

function copyOf(native: string, elsewhere: string, version: string) {
  const copy = join(elsewhere, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  for (const folder of ["/var/lib/grounds", elsewhere]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  const begun = `${copy}.${process.pid}`;
  cpSync(native, begun, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", begun]);
  try {
    renameSync(begun, copy);
  } catch (error) {
    // Another command of this clone was quicker.
    rmSync(begun, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function postgresUser(): RunAs {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  const find = () => {
    try {
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      return undefined;
    }
  };
  const makers = [
    ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
    ["adduser", "-S", "-D", "-H", "postgres"],
  ];
  for (const [maker = "", ...args] of makers) {
    const found = find();
    if (found) return found;
    spawnSync(maker, args, { stdio: "ignore" });
  }
  const made = find();
  if (made) return made;
  throw new Stop(
    "PostgreSQL does not run as root, and the user postgres could not be made. Nothing was changed. Start Grounds as an ordinary user, or set DATABASE_URL.",
  );
}
