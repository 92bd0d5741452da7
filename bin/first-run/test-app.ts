import {
  cloneDatabase,
  dropDatabase,
  dropLeftovers,
  makeTemplate,
  startTestPostgres,
  urlOf,
} from "../../tests/support/databases.ts";
import { ensureBuild } from "./build.ts";
import { endChild, runNode, startNode, untilReady } from "./children.ts";
import { freePort } from "./free-port.ts";
import { appEnvironment } from "./settings.ts";
import { Stop, step } from "./steps.mjs";

const SCHOOL = new URL("../../tests/support/school-network.mjs", import.meta.url).href;

/** Serves the built app on a database of its own, planted with the debate, while the work goes on. */
export async function withTestApp<T>(signal: AbortSignal, work: (address: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const given = appEnvironment(port, "production");
  await ensureBuild(given, signal, false);
  const server = await startTestPostgres();
  try {
    await dropLeftovers(server.superuserUrl);
    const database = await cloneDatabase(server.superuserUrl, await makeTemplate(server));
    const env = {
      ...given,
      APP_URL: address,
      DEMO_SIGN_IN: "1",
      MAILBOX: "1",
      SIGN_UP: "open",
      DATABASE_URL: urlOf(server.appUrl, database),
    };
    try {
      await step("Planting the debate", () => runNode(["prisma/seed.ts"], env, signal));
      // One to read and answer, and one for the moderators alone.
      for (const [count, draw] of [
        ["300", "7"],
        ["210", "8"],
      ] as const) {
        await step(`Planting ${count} more arguments`, () =>
          runNode(["bin/synth.ts", "--arguments", count, "--seed", draw], { ...env, EMBEDDED_DATABASE: "1" }, signal),
        );
      }
      // What the journeys look at from outside, and where their learning platform stands.
      const school = `${await freePort()}`;
      const { superuserUrl } = server;
      Object.assign(process.env, { E2E_DATABASE_URL: urlOf(superuserUrl, database), SCHOOL_PORT: school });
      const options = `${process.env.NODE_OPTIONS ?? ""} --import=${SCHOOL}`;
      return await served({ ...env, SCHOOL_PORT: school, NODE_OPTIONS: options }, () => work(address));
    } finally {
      await dropDatabase(server.superuserUrl, database);
    }
  } finally {
    await server.stop();
  }
}

async function served<T>(env: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const app = startNode(["lib/pages/main.ts"], env, true);
  const ended = new Promise<never>((_, fail) =>
    app.once("exit", (code) => fail(new Stop(`The server under test ended by itself (${code}).`))),
  );
  try {
    await step("Starting the server under test", () => Promise.race([untilReady(app), ended]));
    return await Promise.race([work(), ended]);
  } finally {
    ended.catch(() => {});
    await endChild(app);
  }
}
