import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runAttached } from "./children.ts";
import { findChromium } from "./chromium.ts";
import { dataFolder } from "./folders.mjs";
import { withTestApp } from "./test-app.ts";
import { type Figures, playwrightFigures, vitestFigures } from "./test-figures.ts";

export type { Figures };

export async function runVitest(project: "unit" | "integration", signal: AbortSignal): Promise<Figures> {
  const report = newReport(project);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runAttached(["node_modules/vitest/vitest.mjs", ...args], process.env, signal);
  return orFailed(code, existsSync(report) ? vitestFigures(readReport(report)) : undefined);
}

export async function runBrowserTests(signal: AbortSignal): Promise<Figures> {
  const chromium = await findChromium(signal);
  const report = newReport("e2e");
  return withTestApp(signal, async (address) => {
    const env = { ...process.env, CHROMIUM_PATH: chromium, BASE_URL: address, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const code = await runAttached(["node_modules/@playwright/test/cli.js", "test"], env, signal);
    return orFailed(code, existsSync(report) ? playwrightFigures(readReport(report)) : undefined);
  });
}

/** A runner that failed without naming a failed test has failed once all the same. */
function orFailed(code: number, figures: Figures = { passed: 0, failed: 0 }): Figures {
  return code !== 0 && figures.failed === 0 ? { ...figures, failed: 1 } : figures;
}

function newReport(name: string) {
  const file = join(dataFolder, `report-${name}-${process.pid}.json`);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  rmSync(file);
  return report;
}
