import { describe, expect, test } from "vitest";
import { FORMATS, type FormatName, fileName, isFormat } from "#lib/maps/formats";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const names = Object.keys(FORMATS) as FormatName[];

describe("the formats", () => {
  test.each(names)("%s tells nobody an e-mail address, nor words that are pending, withdrawn or removed", (name) => {
    for (const thread of seedThreads) {
      const view = seedView(thread);
      const snapshot = snapshotOf(view, seedSources, taking);
      const written = FORMATS[name].write(snapshot).replaceAll("\\", "");
      const secret = view.arguments.filter(({ state }) => state !== "VISIBLE");
      expect(secret.map(({ state }) => state)).toEqual(expect.arrayContaining(["PENDING", "WITHDRAWN", "REMOVED"]));
      expect(JSON.stringify(view)).toContain("canary.example");
      expect(written).not.toContain("canary");
      for (const { claim } of secret) expect(written).not.toContain(claim?.slice(0, 40));
      expect(written).not.toContain(`thread-${thread.slug}`);
      const shown = view.arguments.find(({ state }) => state === "VISIBLE");
      expect(written).toContain(shown?.claim?.slice(0, 40));
    }
  });

  test.each(names)("%s carries the hash, the time, and the hash of every text that is quoted", (name) => {
    const [thread] = seedThreads;
    const snapshot = snapshotOf(seedView(thread as (typeof seedThreads)[0]), seedSources, taking);
    const written = FORMATS[name].write(snapshot);
    for (const proof of [snapshot.hash, taking.exportedAt, "1".repeat(64)]) expect(written).toContain(proof);
    expect(written.endsWith("\n")).toBe(true);
  });

  test("are known by name, and by nothing that an object has by nature", () => {
    expect(["json", "argdown", "markdown", "constructor", "toString", "__proto__"].filter(isFormat)).toEqual(names);
  });

  test("give a file the thread's slug for a name", () => {
    expect(names.map((name) => fileName("fee", name))).toEqual(["fee.json", "fee.argdown", "fee.md"]);
  });
});
