import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { hearChanges } from "#lib/pages/invalidation";
import { PageStore } from "#lib/pages/store";
import { pageOf } from "../../unit/pages/support.ts";

const url = process.env.DATABASE_URL as string;
const database = new pg.Client({ connectionString: url });
const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
const stops: (() => Promise<void>)[] = [];

beforeAll(() => database.connect());
afterAll(async () => {
  stderr.mockRestore();
  await database.end();
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  stderr.mockClear();
});

/** As one process would: a store, and somebody who hears for it. */
async function listening() {
  const store = new PageStore();
  const changes = hearChanges(url, store);
  stops.push(changes.stop);
  await vi.waitFor(async () => expect(await isOpen(store)).toBe(true), { timeout: 5_000 });
  return { store, ...changes };
}

async function isOpen(store: PageStore) {
  await store.get("probe", async () => pageOf(["t:probe"]));
  return store.size > 0;
}

const keep = (store: PageStore, ...tags: string[]) => store.get(tags.join(), async () => pageOf(tags));

/** The record of an act that touches these sources. */
const happen = (...sources: string[]) =>
  database.query("INSERT INTO events (stream, kind, subjects) VALUES ('site', 'source.brought', $1)", [{ sources }]);

const cutConnections = () =>
  database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'grounds pages' AND datname = current_database()`,
  );

describe("what an act changes", () => {
  it("is forgotten by every process when the barrier after it is passed", async () => {
    const [a, b] = [await listening(), await listening()];
    for (let i = 0; i < 50; i++) {
      for (const { store } of [a, b]) await Promise.all([keep(store, "s:x"), keep(store, "s:y")]);
      const [sizeA, sizeB] = [a.store.size, b.store.size];
      await happen("x");
      await (i % 2 === 0 ? a : b).barrier();
      expect([a.store.size, b.store.size]).toEqual([sizeA - 1, sizeB - 1]);
    }
    expect(stderr).not.toHaveBeenCalled();
  });

  it("stays where the act was rolled back, and goes with the commit", async () => {
    const { store, barrier } = await listening();
    await keep(store, "s:x");
    const size = store.size;
    await database.query("BEGIN");
    await happen("x");
    await barrier();
    expect(store.size).toBe(size);
    await database.query("ROLLBACK");
    await barrier();
    expect(store.size).toBe(size);
    await database.query("BEGIN");
    await happen("x");
    await database.query("COMMIT");
    await barrier();
    expect(store.size).toBe(size - 1);
  });

  it("makes the home page anew, whatever it was", async () => {
    const { store, barrier } = await listening();
    await keep(store, "home");
    const size = store.size;
    await happen();
    await barrier();
    expect(store.size).toBe(size - 1);
  });
});

describe("the barrier", () => {
  it("waits for a process that does not answer half a second, and says so", async () => {
    const { barrier } = await listening();
    const deaf = new pg.Client({ connectionString: url, application_name: "grounds pages" });
    await deaf.connect();
    const began = performance.now();
    await barrier();
    const took = performance.now() - began;
    await deaf.end();
    expect(took).toBeGreaterThan(450);
    expect(took).toBeLessThan(1_500);
    expect(stderr.mock.calls.join()).toContain("not every process");
  });

  it("is passed by many writes at once", async () => {
    const [a, b] = [await listening(), await listening()];
    await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? a : b).barrier()));
    expect(stderr).not.toHaveBeenCalled();
  });
});

describe("a process that cannot hear changes", () => {
  it("keeps nothing until it hears again, and then begins empty", async () => {
    const { store, barrier } = await listening();
    await keep(store, "t:a");
    await cutConnections();
    await vi.waitFor(() => expect(store.size).toBe(0));
    expect(await isOpen(store)).toBe(false);
    await vi.waitFor(async () => expect(await isOpen(store)).toBe(true), { timeout: 5_000 });
    expect(store.size).toBe(1);
    await keep(store, "s:x");
    await happen("x");
    await barrier();
    expect(store.size).toBe(1);
  });

  it("does not fail a write that was committed", async () => {
    const nobody = hearChanges("postgres://app@127.0.0.1:1/nothing", new PageStore());
    stops.push(nobody.stop);
    await expect(nobody.barrier()).resolves.toBeUndefined();
  });
});
