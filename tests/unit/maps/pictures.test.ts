import { crc32, inflateSync } from "node:zlib";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { scaleOf, toPng } from "#lib/maps/png";
import type { Snapshot } from "#lib/maps/snapshot";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { svgOf, toSvg } from "#lib/maps/svg";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Every element by a parser that refuses what XML 1.0 with namespaces does not allow, with the text in it. */
function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const one = { name, attributes: attributes as Record<string, string>, text: "" };
    found.push(one);
    open.push(one);
  });
  parser.on("text", (text) => {
    const one = open.at(-1);
    if (one) one.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

const SHAPES = ["svg", "title", "desc", "g", "rect", "circle", "path", "text"];
const ATTRIBUTES =
  /^(xmlns|version|width|height|viewBox|role|font-(family|size|weight)|fill|stroke(-width|-dasharray)?|d|x|y|cx|cy|r|text-anchor)$/;

describe("a map as SVG", () => {
  const rule = (snapshot: Snapshot) => {
    const all = elementsOf(toSvg(snapshot));
    expect(all.map(({ name }) => name).filter((name) => !SHAPES.includes(name))).toEqual([]);
    const given = all.flatMap(({ attributes }) => Object.entries(attributes));
    const strange = ([name, value]: [string, string]) =>
      !ATTRIBUTES.test(name) || /url\(|script:|undefined|NaN/.test(value);
    expect(given.filter(strange)).toEqual([]);
    // One for the map, one for each box.
    expect(all.filter(({ name }) => name === "title")).toHaveLength(2 + snapshot.arguments.length);
  };

  test("is well-formed and made of plain shapes alone, whatever people wrote", () => {
    for (const snapshot of seeded) rule(snapshot);
    fc.assert(fc.property(hostile, rule), { numRuns: 150 });
  });

  test("shows markup and script as the letters that they are", () => {
    const [first] = seeded as [Snapshot];
    const claim = `</text><script>alert(1)</script>]]>&xxe;<foreignObject onload="x"> \u0000\ufffe`;
    const [one] = first.arguments.filter(({ state }) => state === "VISIBLE");
    const snapshot = { ...first, arguments: [{ ...one, claim }], links: [] } as unknown as Snapshot;
    rule(snapshot);
    const texts = elementsOf(toSvg(snapshot)).map(({ text }) => text);
    expect(texts.some((text) => text.includes("</text><script>alert(1)</script>]]>&xxe;"))).toBe(true);
  });

  test("says where it is from: in its description and on its face", () => {
    for (const snapshot of seeded) {
      const all = elementsOf(toSvg(snapshot));
      const desc = all.find(({ name }) => name === "desc")?.text;
      for (const proof of [snapshot.thread.url, snapshot.hash, snapshot.exportedAt]) expect(desc).toContain(proof);
      const drawn = all.filter(({ name }) => name === "text").map(({ text }) => text);
      expect(drawn).toContain(snapshot.thread.url);
      expect(all.find(({ name }) => name === "title")?.text).toBe(snapshot.thread.question);
    }
  });
});

/** The chunks of a PNG, each checked by its sum. */
function chunksOf(png: Uint8Array): { type: string; data: Buffer }[] {
  const bytes = Buffer.from(png);
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)));
    chunks.push({ type: bytes.toString("latin1", at + 4, at + 8), data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

describe("a map as PNG", () => {
  test("decodes to twice the drawing's size, with ink on it", async () => {
    const [, snapshot] = seeded as [Snapshot, Snapshot];
    const { width, height } = svgOf(snapshot, drawingOf(snapshot));
    const chunks = chunksOf(await toPng(snapshot));
    expect(chunks.map(({ type }) => type)).toEqual(expect.arrayContaining(["IHDR", "iTXt", "IDAT", "IEND"]));
    const header = chunks[0]?.data as Buffer;
    const size = [header.readUInt32BE(0), header.readUInt32BE(4)] as [number, number];
    expect(size[0]).toBe(Math.floor(width * (scaleOf(width, height) ?? 0)));
    expect(Math.abs(size[1] / size[0] - height / width)).toBeLessThan(0.001);
    const pixels = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
    expect(pixels).toHaveLength((size[0] * 4 + 1) * size[1]);
  });

  test("is painted as large as memory and readers bear, and refused where nobody could read it", async () => {
    expect(scaleOf(1000, 1000)).toBe(2);
    expect(scaleOf(4000, 3000)).toBe(1);
    expect(scaleOf(500, 20_000)).toBeCloseTo(Math.sqrt(1.2));
    expect(scaleOf(100, 40_000)).toBeCloseTo(0.8);
    expect(scaleOf(10_000, 7_501)).toBe(null);
    const { links, ...chain } = chainOf(1000);
    const wide = { ...chain, links: links.map((link) => ({ ...link, parent: null })) };
    await expect(toPng(wide)).rejects.toThrow("picture-too-large");
  });
});
