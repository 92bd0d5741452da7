import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder of ordinary Prisma migrations, as Prisma's schema engine wants it told. */
export function migrationsIn(folder: string) {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: namesIn(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

export function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

/** Changes when a migration, a grant or a queue does: the name of the test template that fits. */
export function hashOfSchema(prisma: string): string {
  const hash = createHash("sha256");
  for (const name of namesIn(join(prisma, "migrations")))
    hash.update(name).update(readFileSync(join(prisma, "migrations", name, "migration.sql")));
  return hash
    .update(readFileSync(join(prisma, "grants.sql")))
    .update(readFileSync(join(prisma, "../lib/queue/queues.ts")))
    .digest("hex")
    .slice(0, 16);
}
