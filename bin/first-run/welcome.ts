import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";

/** Where it is, and as whom one can try it. */
export function welcome(env: NodeJS.ProcessEnv) {
  console.log(`\n  Grounds is at ${env.APP_URL}`);
  const file = join(root, "prisma/seed/cast.json");
  if (env.DEMO_SIGN_IN === "1" && existsSync(file)) {
    console.log(`\n  Sign in at ${env.APP_URL}/sign-in as one of the cast, without a password:`);
    for (const { handle, name, role } of JSON.parse(readFileSync(file, "utf8")))
      console.log(`    ${handle.padEnd(12)} ${name}, ${role}`);
  }
  console.log("\n  Ctrl-C stops it.\n");
}
