import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate } from "../../../bin/migrate.ts";

const owner = process.env.DATABASE_OWNER_URL ?? "";
const app = process.env.DATABASE_URL ?? "";

test("a database that has every migration is left as it is", async () => {
  expect(await migrate({ ownerUrl: owner, appRole: "grounds_app" })).toEqual([]);
});

test("two that migrate at once both end well", async () => {
  const both = [1, 2].map(() => migrate({ ownerUrl: owner, appRole: "grounds_app" }));
  expect(await Promise.all(both)).toEqual([[], []]);
});

test("the app's role makes no table, not even a temporary one, and sees which migrations were applied", async () => {
  await withClient(app, async (client) => {
    await expect(client.query("CREATE TABLE mine ()")).rejects.toThrow("permission denied");
    await expect(client.query("CREATE TEMPORARY TABLE mine ()")).rejects.toThrow("permission denied");
    const { rows } = await client.query("SELECT finished_at IS NOT NULL AS done FROM _prisma_migrations");
    expect(rows).toContainEqual({ done: true });
  });
});

test("the owner's role is no superuser", async () => {
  await withClient(owner, async (client) => {
    const { rows } = await client.query("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user");
    expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false }]);
  });
});

test("each file of tests has a database of its own", () => {
  expect(new URL(app).pathname).toMatch(/^\/test_\d+_\d+$/);
  expect(new URL(app).pathname).not.toContain(inject("postgres").template);
});

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
