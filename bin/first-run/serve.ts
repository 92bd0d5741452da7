import { once } from "node:events";
import { ensureBuild, ensureClient } from "./build.ts";
import { endChild, startNode, untilReady } from "./children.ts";
import { migrateDatabase, openDatabase } from "./database.ts";
import { interruption } from "./interruption.ts";
import { checkPort } from "./port.ts";
import { seedOnce } from "./seed.ts";
import { appEnvironment, portFrom, readEnvFile } from "./settings.ts";
import { command, Stop, step } from "./steps.mjs";
import { welcome } from "./welcome.ts";

/** From an empty folder to a served forum; the finally of each part undoes what it did, in the order reversed. */
await command("", async () => {
  const dev = process.argv.includes("--dev");
  const signal = interruption();
  try {
    await serve(dev, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    console.log("\n  Stopped.");
  }
});

async function serve(dev: boolean, signal: AbortSignal) {
  readEnvFile();
  const port = portFrom(process.env.PORT || undefined);
  await checkPort(port);
  await ensureClient(signal);
  const database = await openDatabase();
  try {
    signal.throwIfAborted();
    const env = { ...appEnvironment(port, dev ? "development" : "production"), DATABASE_URL: database.appUrl };
    await migrateDatabase(database, env, signal);
    await seedOnce(env, signal);
    if (!dev) await ensureBuild(env, signal, true);
    await run(dev, env, signal);
  } finally {
    await database.stop();
  }
}

/** Serves until it is told to stop; that the server ends by itself is a failure. */
async function run(dev: boolean, env: NodeJS.ProcessEnv, signal: AbortSignal) {
  signal.throwIfAborted();
  const server = startNode(["lib/pages/main.ts", ...(dev ? ["--dev"] : [])], env, true);
  const stopped = Promise.race([
    once(signal, "abort").then(() => signal.throwIfAborted()),
    once(server, "exit").then(([code, killed]) => {
      throw new Stop(
        `The server ended by itself (${code ?? killed}). What was stored is safe. Its last words stand above.`,
      );
    }),
  ]);
  try {
    await step("Starting the server", () => Promise.race([untilReady(server), stopped]));
    welcome(env);
    await stopped;
  } finally {
    await endChild(server);
  }
}
