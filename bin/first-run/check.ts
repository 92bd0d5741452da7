import { ensureBuild, ensureClient } from "./build.ts";
import { runAttached } from "./children.ts";
import { interruption } from "./interruption.ts";
import { appEnvironment, portFrom, readEnvFile } from "./settings.ts";
import { command, Stop, step } from "./steps.mjs";

await command("", async () => {
  const signal = interruption();
  readEnvFile();
  const run = (name: string, ...args: string[]) =>
    step(name, async () => {
      if ((await runAttached(args, process.env, signal)) !== 0) throw new Stop(`${name}: failed, see above.`);
    });
  await ensureClient(signal);
  await run("Form", "node_modules/@biomejs/biome/bin/biome", "check");
  await run("Types of the pages", "node_modules/next/dist/bin/next", "typegen");
  await run("Types", "node_modules/typescript/bin/tsc", "--noEmit", "-p", ".");
  if (process.argv.includes("--fast")) return;
  await run("Tests", "bin/first-run/test.ts");
  await ensureBuild(appEnvironment(portFrom(process.env.PORT || undefined), "production"), signal, false);
  console.log("Everything holds: form, types, tests, build.");
});
