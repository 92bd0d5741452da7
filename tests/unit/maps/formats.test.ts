import { strFromU8, unzipSync } from "fflate";
import { extractText } from "unpdf";
import { describe, expect, test } from "vitest";
import { GROUPS } from "#lib/maps/format-groups";
import { FORMATS, type Format, type FormatName, fileName, isFormat } from "#lib/maps/formats";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const names = Object.keys(FORMATS) as FormatName[];

/** What a format writes, as text: of an archive all its files, of a picture what is written in its chunks. */
async function written(name: FormatName, snapshot: Snapshot): Promise<string> {
  const content = await (FORMATS[name] as Format).write(snapshot);
  if (name === "png") return `${Buffer.from(content).toString("utf8")}\n`;
  if (name === "pdf") return printed(content as Uint8Array);
  return typeof content === "string"
    ? content
    : `${Object.values(unzipSync(content))
        .map((file) => strFromU8(file))
        .join("")}\n`;
}

/** Formats of citations alone name no claim; lists of works neither. */
const CITATIONS_ALONE: FormatName[] = ["webannotation"];
const WORKS_ALONE: FormatName[] = ["bibtex", "ris", "csl"];

/** Another parser's reading, and the bytes as they are; a line's end may stand between any two words, and within long ones. */
async function printed(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(bytes.slice(), { mergePages: true });
  const known = text.replace(/\s+/g, " ");
  return `${known} ${known.replaceAll(" ", "")} ${Buffer.from(bytes).toString("latin1")}\n`;
}

describe("the formats", { timeout: 60_000 }, () => {
  test.each(names)(
    "%s tells nobody an e-mail address, nor words that are pending, withdrawn or removed",
    async (name) => {
      for (const thread of seedThreads) {
        const view = seedView(thread);
        const snapshot = snapshotOf(view, seedSources, taking);
        const text = (await written(name, snapshot)).replaceAll("\\", "");
        const secret = view.arguments.filter(({ state }) => state !== "VISIBLE");
        expect(secret.map(({ state }) => state)).toEqual(expect.arrayContaining(["PENDING", "WITHDRAWN", "REMOVED"]));
        expect(JSON.stringify(view)).toContain("canary.example");
        expect(text).not.toContain("canary");
        for (const { claim } of secret) expect(text).not.toContain(claim?.slice(0, 20));
        expect(text).not.toContain(`thread-${thread.slug}`);
        const shown = view.arguments.find(({ state }) => state === "VISIBLE");
        if (name === "png") continue; // its claims are painted
        if (WORKS_ALONE.includes(name)) expect(text).toContain(snapshot.sources[0]?.title);
        else if (!CITATIONS_ALONE.includes(name)) expect(text).toContain(shown?.claim?.slice(0, 20));
        else
          expect(text).toContain(
            JSON.stringify(shown?.citations[0]?.spans[0]?.quote).slice(1, -1).replaceAll("\\", ""),
          );
      }
    },
  );

  test.each(names)(
    "%s carries the address, the hash, the time, and the hash of every text that is quoted",
    async (name) => {
      const [thread] = seedThreads;
      const snapshot = snapshotOf(seedView(thread as (typeof seedThreads)[0]), seedSources, taking);
      const text = await written(name, snapshot);
      for (const proof of [snapshot.thread.url, snapshot.hash, taking.exportedAt, "1".repeat(64)])
        expect(text).toContain(proof);
      expect(text.endsWith("\n")).toBe(true);
    },
  );

  test("each stand in one group of those that are offered", () => {
    expect(Object.values(GROUPS).flat().sort()).toEqual(names.toSorted());
  });

  test("are known by name, and by nothing that an object has by nature", () => {
    expect([...names, "constructor", "toString", "__proto__"].filter(isFormat)).toEqual(names);
  });

  test("give a file the thread's slug for a name, each another", () => {
    const files = names.map((name) => fileName("fee", name));
    expect(files.slice(0, 3)).toEqual(["fee.json", "fee.argdown", "fee.xaif.json"]);
    expect(new Set(files).size).toBe(names.length);
  });
});
