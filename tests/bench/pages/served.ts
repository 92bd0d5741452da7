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
    return await work({
      bases,
      tokenOf: async (handle) => {
        const said = await runNode(["bin/token.ts", handle], env, signal);
        return said.trim().split("\n").at(-1) ?? "";
      },
    });
  } finally {
    await Promise.all(servers.map(endChild));
    await dropDatabase(postgres.superuserUrl, database);
    await postgres.stop();
  }
}
