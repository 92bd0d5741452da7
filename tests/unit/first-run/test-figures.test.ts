import { expect, test } from "vitest";
import { playwrightFigures, vitestFigures } from "../../../bin/first-run/test-figures.ts";

test("a file of tests that could not be loaded counts as one that failed", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
    { status: "passed", assertionResults: [{}, {}] },
  ];
  expect(vitestFigures({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 });
});

test("a journey that passed at the second try has passed, and an error outside any journey has failed", () => {
  const stats = { expected: 3, flaky: 1, unexpected: 2 };
  expect(playwrightFigures({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3 });
});
