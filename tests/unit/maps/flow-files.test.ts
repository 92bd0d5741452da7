import fc from "fast-check";
import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { outline } from "#lib/arguments/tree";
import { flowOf } from "#lib/maps/flow";
import { toFlowJson } from "#lib/maps/flow-json";
import { toFlowXlsx } from "#lib/maps/flow-xlsx";
import { select } from "#lib/maps/selection";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

/** Some days after the seed's arguments, so that what was dropped is ripe. */
const later = { ...taking, exportedAt: "2026-11-29T12:00:00.000Z" };
const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, later));
const [first] = seeded as [Snapshot];
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function placesOf(snapshot: Snapshot) {
  const all = [...outline(snapshot)];
  for (const { answers } of all) all.push(...answers);
  return all;
}

describe("a flow as a spreadsheet", { timeout: 60_000 }, () => {
  const sheet = async (snapshot: Snapshot, name = "Flow") => readSheet(Buffer.from(await toFlowXlsx(snapshot)), name);

  test("another reader finds every place in its turn's column and on its row", async () => {
    for (const snapshot of seeded) {
      const [head, ...rows] = await sheet(snapshot);
      const flow = flowOf(outline(snapshot), { columns: 200, rows: Number.POSITIVE_INFINITY });
      expect(head).toEqual(Array.from({ length: flow.columns }, (_, i) => `Turn ${i + 1}`));
      expect(rows).toHaveLength(flow.rows.length);
      flow.rows.forEach((cells, y) => {
        for (const { column, branch } of cells)
          expect(rows[y]?.[column - 1]).toMatch(new RegExp(`^#${branch.argument.number} (Pro|Con)`));
        expect(rows[y]?.filter((cell) => cell !== null)).toHaveLength(cells.length);
      });
    }
  });

  test("says in words what was dropped and what is extended, and of a part says nothing of dropped", async () => {
    const sheets = await Promise.all(seeded.map((snapshot) => sheet(snapshot)));
    const words = sheets.flat(2).join("\n");
    expect(words.match(/Dropped: nobody opposed it\./g)?.length).toBeGreaterThan(0);
    expect(words).toMatch(/Extends #\d+\./);
    const part = (await sheet(select(first, { depth: 2 }) as Snapshot)).flat().join("\n");
    expect(part).not.toContain("Dropped");
  });

  test("has a second sheet that says what copy it is", async () => {
    const copy = (await sheet(first, "This copy")).flat().join("\n");
    for (const proof of [first.thread.url, first.hash, later.exportedAt]) expect(copy).toContain(proof);
  });

  test("takes nothing for a formula, and every part of it is sound XML, whatever people wrote", async () => {
    const evil = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "_x003D_1", "a\u0001\u0000b"];
    const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    view.arguments.forEach((argument, i) => {
      if (argument.claim !== null) argument.claim = evil[i % evil.length] as string;
    });
    const snapshot = snapshotOf(view, seedSources, taking);
    for (const [name, bytes] of Object.entries(unzipSync(await toFlowXlsx(snapshot)))) {
      expect(text(bytes)).not.toMatch(/<f[ >]|externalLink|hyperlink|DDE/);
      strictly(text(bytes), name);
    }
    // A sign that is numbered so would be read as the sign: the number itself is written as text.
    expect(text(unzipSync(await toFlowXlsx(snapshot))["xl/sharedStrings.xml"] as Uint8Array)).toContain(
      "_x005F_x003D_",
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (wild) => {
        for (const [name, bytes] of Object.entries(unzipSync(await toFlowXlsx(wild)))) strictly(text(bytes), name);
        expect((await sheet(wild)).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  test("is the same file whenever it is written", async () => {
    expect(Buffer.from(await toFlowXlsx(first)).equals(Buffer.from(await toFlowXlsx(structuredClone(first))))).toBe(
      true,
    );
  });
});

function strictly(xml: string, name: string) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(xml).close();
}

describe("a flow for debate-flow", () => {
  interface Node {
    value: { tag: string; content?: string; flowId?: string; invert?: boolean; columns?: string[] };
    level: number;
    parent: string | null;
    children: string[];
  }

  function read(snapshot: Snapshot) {
    const { nodes, version } = JSON.parse(toFlowJson(snapshot)) as { nodes: Record<string, Node>; version: number };
    expect(version).toBe(1);
    return nodes;
  }

  function sound(snapshot: Snapshot) {
    const nodes = read(snapshot);
    const { root, ...rest } = nodes;
    expect(root).toMatchObject({ value: { tag: "root" }, level: -1, parent: null });
    const boxes = Object.entries(rest).filter(([, { value }]) => value.tag === "box");
    for (const [id, { value, level, parent }] of Object.entries(rest)) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      const above = nodes[parent ?? ""];
      expect(above?.children).toContain(id);
      expect(level).toBe((above?.level ?? 0) + 1);
      if (value.tag === "box") expect(nodes[value.flowId ?? ""]?.value.columns?.length).toBeGreaterThanOrEqual(level);
    }
    const copy = nodes[root?.children[2] ?? ""];
    expect(boxes).toHaveLength(placesOf(snapshot).length + (copy?.children.length ?? 0));
  }

  test("holds each place once, a column right of what it answers, in a sheet that has the column", () => {
    for (const snapshot of seeded) sound(snapshot);
    fc.assert(fc.property(hostile, sound), { numRuns: 150 });
    sound(chainOf(300));
  });

  test("has a sheet for each side, the second inverted, and the box of an answer says its stance in words", () => {
    const nodes = read(first);
    const [pro, con] = nodes.root?.children.map((id) => nodes[id]) ?? [];
    expect([pro?.value.invert, con?.value.invert]).toEqual([false, true]);
    expect(pro?.value.columns?.slice(0, 2)).toEqual(["1AC", "1NC"]);
    expect(con?.value.columns?.[0]).toBe("1NC");
    expect(pro?.children.map((id) => nodes[id]?.value.content?.match(/^#\d+ (\w+)/)?.[1])).not.toContain("Con");
    expect(con?.children.every((id) => /^#\d+ Con/.test(nodes[id]?.value.content ?? ""))).toBe(true);
  });
});
