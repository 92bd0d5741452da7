import { defineConfig } from "@playwright/test";

// `npm test -- e2e` serves the app, finds the browser and says where both are.
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // One: the journeys share one planted database, and the smallest machine we run on has two cores.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
