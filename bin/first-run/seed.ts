import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { runNode } from "./children.ts";
import { dataFolder } from "./folders.mjs";
import { step } from "./steps.mjs";

/** Plants the debate in an empty database, once. What was begun is finished by the next start: seeding twice is as once. */
export async function seedOnce(env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const url = env.DATABASE_URL ?? "";
  const file = join(dataFolder, "seeded.json");
  const known: Record<string, "begun" | "done"> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const key = nameOf(url);
  const remember = (state: "begun" | "done") => writeFileSync(file, JSON.stringify({ ...known, [key]: state }));
  if (known[key] === "done" || (!known[key] && !(await isEmpty(url)))) return;
  remember("begun");
  await step("Planting the debate", () => runNode(["prisma/seed.ts"], env, signal));
  remember("done");
}

/** The database, whatever its port and the role's password are today; an address need not stand in a file to be known again. */
function nameOf(url: string) {
  const { hostname, port, pathname } = new URL(url);
  const embedded = !process.env.DATABASE_URL;
  return embedded
    ? "embedded"
    : createHash("sha256").update(`${hostname}:${port}${pathname}`).digest("hex").slice(0, 16);
}

async function isEmpty(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query("SELECT FROM users LIMIT 1")).rowCount === 0;
  } finally {
    await client.end();
  }
}
