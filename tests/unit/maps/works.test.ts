import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { toBibtex, toCsl, toRis } from "#lib/maps/works";
import type { CslItem } from "#lib/sources/csl";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const [thread] = seedThreads;
const seeded = snapshotOf(seedView(thread as NonNullable<typeof thread>), seedSources, taking);
const [one] = seeded.sources as [Snapshot["sources"][0]];

const article = { ...one, kind: "ARTICLE", title: "On pay", byline: "Ada Moss", outlet: "The Herald" } as const;
const described: Snapshot = {
  ...seeded,
  sources: [{ ...article, publishedOn: "2025-03-02", address: "https://example.org/pay?a=1&b=%20_x" }],
};

const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

describe("a thread's sources as a list of works", () => {
  test("as CSL-JSON tell what was claimed of an article, its address here and what copy it is", () => {
    const [work] = JSON.parse(toCsl(described)) as CslItem[];
    expect(work).toMatchObject({
      type: "article-newspaper",
      title: "On pay",
      author: [{ literal: "Ada Moss" }],
      "container-title": "The Herald",
      issued: { "date-parts": [[2025, 3, 2]] },
      URL: "https://example.org/pay?a=1&b=%20_x",
      archive_location: one.url,
    });
    for (const proof of [seeded.thread.url, taking.exportedAt, seeded.hash, "1".repeat(64)])
      expect(work?.note).toContain(proof);
  });

  test("call a digest one, and lead to it and not to the article whose words it does not have", () => {
    const digest = { ...described, sources: [{ ...described.sources[0], kind: "DIGEST" }] } as Snapshot;
    expect(JSON.parse(toCsl(digest))[0]).toMatchObject({ genre: "Digest", archive_location: one.url });
    for (const write of [toCsl, toBibtex, toRis]) {
      expect(write(digest)).toContain("Digest");
      expect(write(digest)).not.toContain("example.org");
    }
  });

  test("say so where they are those of a part", () => {
    const part = { ...seeded, selection: { branch: 3, depth: null, stance: null, pseudonyms: true } };
    for (const write of [toCsl, toBibtex, toRis]) expect(write(part)).toContain("A part of the thread: the branch of");
  });

  test("hold no line of RIS and no brace of BibTeX that somebody else wrote", () => {
    fc.assert(
      fc.property(hostile, (snapshot) => {
        const lines = toRis(snapshot).split("\r\n").slice(0, -1);
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
        expect(lines.filter((line) => line.startsWith("TY  - "))).toHaveLength(snapshot.sources.length);
        expect(toRis(snapshot)).not.toMatch(/[^\r]\n|\r[^\n]/);
        const bib = toBibtex(snapshot);
        let depth = 0;
        for (const sign of bib) {
          depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(bib.match(/^@/gm)).toHaveLength(snapshot.sources.length);
        expect(JSON.parse(toCsl(snapshot))).toHaveLength(snapshot.sources.length);
      }),
      { numRuns: 200 },
    );
  });
});
