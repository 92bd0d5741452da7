import { describe, expect, it } from "vitest";
import { barrier, provideBarrier } from "#lib/pages/barrier";
import { Sync } from "#lib/pages/sync";

describe("the barrier", () => {
  it("lets a write pass at once where no pages are served", async () => {
    await expect(barrier()).resolves.toBeUndefined();
  });

  it("is the server's own for every copy of the module in its process", async () => {
    let waits = 0;
    provideBarrier(async () => {
      waits++;
    });
    const copy = (await import(`${new URL("../../../lib/pages/barrier.ts", import.meta.url).href}?copy`)) as {
      barrier: typeof barrier;
    };
    expect(copy.barrier).not.toBe(barrier);
    await copy.barrier();
    expect(waits).toBe(1);
  });
});

describe("a round of questions", () => {
  const isDone = (sync: Sync) => Promise.race([sync.done.then(() => true), Promise.resolve(false).then(() => false)]);

  it("is done when everybody asked has answered, in whatever order that becomes known", async () => {
    const sync = new Sync();
    sync.answer(1);
    expect(await isDone(sync)).toBe(false);
    sync.ask([1, 2]);
    sync.answer(3);
    sync.answer(1);
    expect(await isDone(sync)).toBe(false);
    sync.answer(2);
    await sync.done;
  });

  it("is done at once where nobody listens", async () => {
    const sync = new Sync();
    sync.ask([]);
    await sync.done;
  });
});
