import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "./folders.mjs";
import { secretsOf } from "./secrets.ts";
import { Stop } from "./steps.mjs";

/** Reads the file .env, if there is one; what is set already stays. */
export function readEnvFile() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The environment of whatever runs the app, without its database: what is set, and for the rest what a clone made for itself. */
export function appEnvironment(port: number, mode: "production" | "development"): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_OWNER_URL, ...given } = process.env;
  const secrets = secretsOf(dataFolder);
  const address = process.env.APP_URL || `http://localhost:${port}`;
  return {
    SECRET: secrets.secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    // On one's own machine anybody at the keyboard may try the debate as anyone in its cast; never at a public address,
    // and never on a database that somebody brought.
    DEMO_SIGN_IN: isOwnMachine(address) && !DATABASE_URL ? "1" : "0",
    // There, letters go nowhere and can be read.
    MAILBOX: isOwnMachine(address) && !DATABASE_URL ? "1" : "0",
    NEXT_TELEMETRY_DISABLED: "1",
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
    // Next reads .env by itself into what is not set: the owner's address must not come to the server that way.
    ...(DATABASE_OWNER_URL && { DATABASE_OWNER_URL: "" }),
    PORT: `${port}`,
    APP_URL: address,
    NODE_ENV: mode,
  };
}

export function isOwnMachine(address: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

export function portFrom(text = "3000"): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`PORT is "${text}", which is no port. Nothing was started. Choose a number from 1 to 65535.`);
}
