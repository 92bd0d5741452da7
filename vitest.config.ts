import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global.ts"],
          setupFiles: ["tests/support/integration.ts"],
          // Two: a database for each worker, and the smallest machine we run on has two cores.
          maxWorkers: 2,
        },
      },
    ],
  },
});
