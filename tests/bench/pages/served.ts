import type { ChildProcess } from "node:child_process";
import { ensureBuild, ensureClient } from "../../../bin/first-run/build.ts";
import { endChild, runNode, startNode, untilReady } from "../../../bin/first-run/children.ts";
import { freePort } from "../../../bin/first-run/free-port.ts";
import { appEnvironment } from "../../../bin/first-run/settings.ts";
import { cloneDatabase, dropDatabase, makeTemplate, startTestPostgres, urlOf } from "../../support/databases.ts";

export interface Served {
  /** The addresses of two processes on one seeded database. */
  bases: string[];
  tokenOf(handle: string): Promise<string>;
  /** Runs one of the commands on the same database; what it says last. */
  run(file: string, ...args: string[]): Promise<string>;
  /** The database, for whoever reads it as the app does. */
  databaseUrl: string;
}

/** Serves the seeded debate from two processes while the work lasts. */
export async function served<T>(work: (site: Served) => Promise<T>): Promise<T> {
  const { signal } = new AbortController();
  await ensureClient(signal);
  const postgres = await startTestPostgres();
  const database = await cloneDatabase(postgres.superuserUrl, await makeTemplate(postgres));
  const servers: ChildProcess[] = [];
  try {
    const environment = (port: number) => ({
      ...appEnvironment(port, "production"),
      APP_URL: `http://localhost:${port}`,
      DATABASE_URL: urlOf(postgres.appUrl, database),
    });
    const env = environment(0);
    await ensureBuild(env, signal, false);
    await runNode(["prisma/seed.ts"], env, signal);
    const bases: string[] = [];
    for (let i = 0; i < 2; i++) {
      const port = await freePort();
      const server = startNode(["lib/pages/main.ts"], environment(port), true);
      servers.push(server);
      await untilReady(server);
      bases.push(`http://localhost:${port}`);
    }
    const run = async (file: string, ...args: string[]) => {
      const said = await runNode([file, ...args], { ...env, EMBEDDED_DATABASE: "1" }, signal);
      return said.trim().split("\n").at(-1) ?? "";
    };
    const databaseUrl = urlOf(postgres.appUrl, database);
    return await work({ bases, run, databaseUrl, tokenOf: (handle) => run("bin/token.ts", handle) });
  } finally {
    await Promise.all(servers.map(endChild));
    await dropDatabase(postgres.superuserUrl, database);
    await postgres.stop();
  }
}
