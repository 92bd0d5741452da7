import { rmSync } from "node:fs";
import { join } from "node:path";
import { holderOf, inTurn } from "./alone.mjs";
import { runNode } from "./children.ts";
import { root } from "./folders.mjs";
import { hashOf, isMadeOf, rememberMadeOf } from "./made-of.ts";
import { Stop, step } from "./steps.mjs";

const BUILT = join(root, ".next/made-of");
const GENERATED = join(root, "prisma/generated/made-of");

/** Makes Prisma's client from the schema, if it is not of this schema. */
export function ensureClient(signal: AbortSignal) {
  return inTurn("generating", async () => {
    const hash = hashOf(root, ["prisma/schema.prisma", "package-lock.json"]);
    if (isMadeOf(GENERATED, hash)) return;
    await step("Making the database client", () =>
      runNode(
        ["node_modules/prisma/build/index.js", "generate"],
        // It needs no engine, only that one exists.
        { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
        signal,
      ),
    );
    rememberMadeOf(GENERATED, hash);
  });
}

/** What the built pages depend on. */
const SOURCES = [
  ...["app", "components", "lib", "messages", "public", "prisma/schema.prisma", "package.json", "package-lock.json"],
  ...["next.config.ts", "postcss.config.mjs", "proxy.ts", "instrumentation.ts", "tsconfig.json"],
];

/** Builds the pages, if they are not of these sources. The key of form actions becomes part of them. */
export async function ensureBuild(env: NodeJS.ProcessEnv, signal: AbortSignal, mayReplace: boolean) {
  await inTurn("building", async () => {
    const hash = hashOf(root, SOURCES, [env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ""]);
    if (isMadeOf(BUILT, hash)) return;
    if (!mayReplace && (await holderOf("running")))
      throw new Stop(
        "The pages must be built anew, but Grounds is running from this folder and serves the old ones. Nothing was changed. Stop it first.",
      );
    rmSync(BUILT, { force: true });
    await step("Building the pages, a minute or two", () =>
      runNode(["node_modules/next/dist/bin/next", "build"], buildEnvironment(env), signal),
    );
    rememberMadeOf(BUILT, hash);
  });
}

/** A build must not depend on what a database holds that day: it gets an address where none is. */
function buildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, NODE_ENV: "production", DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
}
