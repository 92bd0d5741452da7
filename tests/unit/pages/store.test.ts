import { describe, expect, it, vi } from "vitest";
import { PageStore } from "#lib/pages/store";
import { pageOf } from "./support.ts";

function openStore(limitBytes?: number): PageStore {
  const store = new PageStore(limitBytes);
  store.open();
  return store;
}

describe("the page store", () => {
  it("renders a page once for all who ask while it is rendered and after", async () => {
    const store = openStore();
    const render = vi.fn(async () => pageOf(["t:a"]));
    const [first, second] = await Promise.all([store.get("/t/a", render), store.get("/t/a", render)]);
    expect(await store.get("/t/a", render)).toBe(first);
    expect(second).toBe(first);
    expect(render).toHaveBeenCalledOnce();
  });

  it("forgets what shows the changed thing and keeps the rest", async () => {
    const store = openStore();
    await store.get("/t/a", async () => pageOf(["t:a", "s:x"]));
    await store.get("/t/b", async () => pageOf(["t:b", "s:x"]));
    store.invalidate("t:a");
    const again = vi.fn(async () => pageOf(["t:a"]));
    await store.get("/t/a", again);
    expect(again).toHaveBeenCalledOnce();
    const unneeded = vi.fn(async () => pageOf(["t:b"]));
    await store.get("/t/b", unneeded);
    expect(unneeded).not.toHaveBeenCalled();
    store.invalidate("s:x");
    await store.get("/t/b", unneeded);
    expect(unneeded).toHaveBeenCalledOnce();
  });

  it("forgets the home page with every event, and everything where it is not said what changed", async () => {
    const store = openStore();
    await store.get("/", async () => pageOf(["home"]));
    await store.get("/t/b", async () => pageOf(["t:b"]));
    store.invalidate("site");
    expect(store.size).toBe(1);
    store.invalidate("all");
    expect(store.size).toBe(0);
  });

  it("does not keep a page that anything changed during its render, and renders anew for who asks then", async () => {
    const store = openStore();
    const old = Promise.withResolvers<ReturnType<typeof pageOf>>();
    const asked = store.get("/t/a", () => old.promise);
    store.invalidate("t:elsewhere");
    const fresh = pageOf(["t:a"]);
    expect(await store.get("/t/a", async () => fresh)).toBe(fresh);
    old.resolve(pageOf(["t:a"]));
    await asked;
    expect(await store.get("/t/a", async () => pageOf(["t:a"]))).toBe(fresh);
    expect(store.bytes).toBe(fresh.bytes);
  });

  it("does not keep a page without tags, nor a render that failed", async () => {
    const store = openStore();
    await store.get("/t/none", async () => pageOf(null));
    await expect(store.get("/t/bad", () => Promise.reject(new Error("render")))).rejects.toThrow("render");
    expect(store.size).toBe(0);
  });

  it("lets the least recently used go beyond its limit", async () => {
    const store = openStore(30);
    for (const name of ["a", "b", "c"]) await store.get(name, async () => pageOf([`t:${name}`]));
    const unneeded = vi.fn(async () => pageOf(["t:a"]));
    await store.get("a", unneeded);
    await store.get("d", async () => pageOf(["t:d"]));
    await store.get("a", unneeded);
    expect(unneeded).not.toHaveBeenCalled();
    expect([store.size, store.bytes]).toEqual([3, 30]);
    const b = vi.fn(async () => pageOf(["t:b"]));
    await store.get("b", b);
    expect(b).toHaveBeenCalledOnce();
  });

  it("keeps nothing while it is shut, not even what was begun before", async () => {
    const store = openStore();
    const late = Promise.withResolvers<ReturnType<typeof pageOf>>();
    const asked = store.get("/t/a", () => late.promise);
    store.shut();
    late.resolve(pageOf(["t:a"]));
    await asked;
    const render = vi.fn(async () => pageOf(["t:a"]));
    await Promise.all([store.get("/t/a", render), store.get("/t/a", render)]);
    expect(render).toHaveBeenCalledTimes(2);
    expect([store.size, store.bytes]).toEqual([0, 0]);
    store.open();
    await store.get("/t/a", render);
    await store.get("/t/a", render);
    expect(render).toHaveBeenCalledTimes(3);
  });
});
