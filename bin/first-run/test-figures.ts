/** How many tests passed and failed; skipped ones are neither. */
export type Figures = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** A file that could not even be loaded has no tests, but counts as one that failed. */
export function vitestFigures(report: VitestReport): Figures {
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number }; errors: unknown[] };

/** An error outside any test, such as a file that could not be loaded, counts as one that failed. */
export function playwrightFigures({ stats, errors }: PlaywrightReport): Figures {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
