import fc from "fast-check";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { toPdf } from "#lib/maps/pdf";
import { bandsOf } from "#lib/maps/pdf-map";
import type { Snapshot } from "#lib/maps/snapshot";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const [first] = seeded as [Snapshot];
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

/** A line's end may stand between any two words. */
const bare = (text: string) => text.replace(/\s+/g, "");

/** Without what stands below each sheet, so that a paragraph goes on where it was broken. */
async function textOf(snapshot: Snapshot): Promise<string> {
  const { text } = await extractText(await toPdf(snapshot));
  const foot = bare(snapshot.thread.question).slice(0, 30);
  return text
    .map((page) => bare(page))
    .map((page) => page.slice(0, page.lastIndexOf(foot)))
    .join("");
}

describe("a thread for paper", { timeout: 60_000 }, () => {
  test("another parser reads every claim, every quotation, every elaboration and what copy it is", async () => {
    for (const snapshot of seeded) {
      const text = await textOf(snapshot);
      for (const { claim, citations, author } of snapshot.arguments) {
        if (claim !== null) expect(text).toContain(bare(claim));
        expect(text).toContain(bare(author.name));
        for (const { quote } of citations.flatMap(({ spans }) => spans)) expect(text).toContain(bare(quote));
      }
      const { thread, hash, exportedAt, sources } = snapshot;
      for (const proof of [thread.question, thread.url, hash, exportedAt, "1".repeat(64)])
        expect(text).toContain(bare(proof));
      for (const { url } of sources) expect(text).toContain(url);
    }
  });

  test("says in words what was withdrawn, removed and dropped, and what stands elsewhere", async () => {
    const later = { ...taking, exportedAt: "2026-11-29T12:00:00.000Z" };
    const text = await textOf(snapshotOf(seedView(seedThreads[0] as (typeof seedThreads)[0]), seedSources, later));
    for (const words of ["Withdrawn by its author.", "Removed by a moderator.", "Dropped: nobody opposed it."])
      expect(text).toContain(bare(words));
  });

  test("has bookmarks for its sections and the answers to the question, which lead to where they stand", async () => {
    const file = await getDocumentProxy(await toPdf(first));
    const outline = await file.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(["Pro", "Con", "Sources", "Map"]);
    const [pro] = outline;
    expect(pro?.items[0]?.title).toMatch(/^#\d+ /);
    for (const { dest, title } of [...outline, ...(pro?.items ?? [])]) {
      const at = (await file.getPageIndex((dest as [{ num: number; gen: number }])[0])) + 1;
      const { items } = await (await file.getPage(at)).getTextContent();
      const text = bare(items.map((item) => ("str" in item ? item.str : "")).join(""));
      expect(text).toContain(bare(title.replace(/^#\d+ /, "")).slice(0, 20));
    }
  });

  test("is A4, numbered, in its language, and tagged for those who have it read aloud", async () => {
    const file = await getDocumentProxy(await toPdf(first));
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = await file.getMetadata();
    expect(info).toMatchObject({ Title: first.thread.question, Language: "en-GB" });
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      expect(page.view.slice(2).map(Math.round)).toEqual([595, 842]);
      const { items } = await page.getTextContent();
      expect(items.flatMap((item) => ("str" in item ? [item.str] : []))).toContain(`${number}`);
    }
    const tree = JSON.stringify(await (await file.getPage(2)).getStructTree());
    for (const role of ["H1", "P", "BlockQuote"]) expect(tree).toContain(`"role":"${role}"`);
  });

  test("cuts the map into bands that cover all of it and cut no box that one can hold", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 200, max: 900 }), (snapshot, room) => {
        const drawing = drawingOf(snapshot, 2);
        const bands = bandsOf(drawing, () => room);
        expect(bands[0]?.from).toBe(0);
        expect(bands.at(-1)?.to).toBe(drawing.height);
        bands.forEach(({ from, to }, i) => {
          expect(to - from).toBeLessThanOrEqual(room);
          expect(bands[i + 1]?.from ?? to).toBe(to);
        });
        for (const { to } of bands.slice(0, -1))
          for (const { y, height } of drawing.nodes)
            if (y < to && y + height > to) expect(height).toBeGreaterThan(room / 2);
      }),
      { numRuns: 60 },
    );
  });

  test("is the same file whenever it is written", async () => {
    expect(Buffer.from(await toPdf(first)).equals(Buffer.from(await toPdf(structuredClone(first))))).toBe(true);
  });

  test("sets a letter that no typeface has as a box, counts such letters, and keeps signs that only one has", async () => {
    const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    const one = view.arguments.find(({ state }) => state === "VISIBLE");
    if (!one) throw new Error("the seed says nothing");
    one.claim = "Night bus 夜行 → Ελλάδα, Кириллица, naïve ﬁ";
    const text = await textOf(snapshotOf(view, seedSources, taking));
    expect(text).toContain(bare("Night bus □□ → Ελλάδα, Кириллица, naïve"));
    expect(text).toContain(bare("2 letters that the typefaces of this file do not have are set as □"));
  });

  test("takes any thread: hostile words, words wider than a sheet, a chain of hundreds", async () => {
    const wide = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    for (const argument of wide.arguments) if (argument.claim !== null) argument.claim = "W".repeat(280);
    for (const snapshot of [snapshotOf(wide, seedSources, taking), chainOf(300, "Because.\n\nAnd so on.")]) {
      const { totalPages } = await extractText(await toPdf(snapshot));
      expect(totalPages).toBeGreaterThan(5);
    }
    await fc.assert(
      fc.asyncProperty(hostile, async (snapshot) => {
        const bytes = await toPdf(snapshot);
        expect(Buffer.from(bytes).toString("latin1")).not.toMatch(
          /\/JavaScript|\/JS\b|\/Launch|\/EmbeddedFile|\/URI \((?!https?:|mailto:)/,
        );
        expect((await extractText(bytes)).totalPages).toBeGreaterThan(0);
      }),
      { numRuns: 10 },
    );
  });

  test("tells how far it is", async () => {
    const told: number[] = [];
    await toPdf(chainOf(250), (part) => told.push(part));
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((part) => part > 0 && part <= 1)).toBe(true);
  });
});
