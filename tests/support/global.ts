import type { TestProject } from "vitest/node";
import { dropLeftovers, makeTemplate, startTestPostgres } from "./databases.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { superuserUrl: string; ownerUrl: string; appUrl: string; template: string };
  }
}

/** Before all integration tests: the server runs and the template is migrated. After them: whoever leaves last stops it. */
export default async function setup(project: TestProject) {
  const server = await startTestPostgres();
  await dropLeftovers(server.superuserUrl);
  const { superuserUrl, ownerUrl, appUrl } = server;
  project.provide("postgres", { superuserUrl, ownerUrl, appUrl, template: await makeTemplate(server) });
  return () => server.stop();
}
