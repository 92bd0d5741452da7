import { afterAll, inject } from "vitest";
import { cloneDatabase, dropDatabase, urlOf } from "./databases.ts";

// Each file of tests has a database of its own, fresh from the template, before any module reads the environment.
const { superuserUrl, ownerUrl, appUrl, template } = inject("postgres");
const database = await cloneDatabase(superuserUrl, template);

process.env.DATABASE_URL = urlOf(appUrl, database);
process.env.DATABASE_OWNER_URL = urlOf(ownerUrl, database);
process.env.SECRET = "a secret of the tests, thirty-two characters at least";

afterAll(async () => {
  const { disconnect } = await import("#lib/db");
  await disconnect();
  await dropDatabase(superuserUrl, database);
});
