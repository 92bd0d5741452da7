import { ensureClient } from "./build.ts";
import { openDataFolder } from "./folders.mjs";
import { interruption } from "./interruption.ts";
import { readEnvFile } from "./settings.ts";
import { command, Stop } from "./steps.mjs";
import { type Figures, runBrowserTests, runVitest } from "./test-parts.ts";

const PARTS = {
  unit: (signal: AbortSignal) => runVitest("unit", signal),
  integration: (signal: AbortSignal) => runVitest("integration", signal),
  e2e: runBrowserTests,
};

await command("", async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Stop(`There are no tests called ${unknown.join(", ")}. Choose from ${Object.keys(PARTS).join(", ")}.`);
  const signal = interruption();
  readEnvFile();
  openDataFolder();
  await ensureClient(signal);

  const sum: Figures = { passed: 0, failed: 0 };
  for (const [name, run] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const { passed, failed } = await run(signal).catch((error: Error) => {
      // A part that could not run at all is a failure among the others, not the end of them.
      console.error(error instanceof Stop ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    sum.passed += passed;
    sum.failed += failed;
    if (signal.aborted) break;
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 || signal.aborted ? 1 : 0;
});
