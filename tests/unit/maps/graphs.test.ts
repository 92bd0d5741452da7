import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { DirectedGraph, MultiDirectedGraph } from "graphology";
import graphml from "graphology-graphml";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { citationsCsv, claimsCsv } from "#lib/maps/csv";
import { toDot } from "#lib/maps/dot";
import { toFreeplane } from "#lib/maps/freeplane";
import { toGraphml } from "#lib/maps/graphml";
import { toMermaid } from "#lib/maps/mermaid";
import { toOpml } from "#lib/maps/opml";
import { relationOf } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));
/** Parsers are slow, and what breaks them is found within some hundred tries. */
const RUNS = { numRuns: 150 };

/** Every element by a parser that refuses what XML 1.0 with namespaces does not allow. */
function elements(xml: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) =>
    found.push({ name, attributes: attributes as Record<string, string> }),
  );
  parser.write(xml).close();
  return found;
}

/** The seed's threads, and hostile ones. */
function holds(rule: (snapshot: Snapshot) => void) {
  for (const snapshot of seeded) rule(snapshot);
  fc.assert(fc.property(hostile, rule), RUNS);
}

/** What XML can hold of a text. */
const inXml = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");

describe("a thread as GraphML", () => {
  test("graphology reads every node and edge with its relation and words", () => {
    holds((snapshot) => {
      elements(toGraphml(snapshot));
      const graph = graphml.parse(MultiDirectedGraph, toGraphml(snapshot).replace(/^<\?xml.*\?>/, ""));
      expect(graph.order).toBe(snapshot.arguments.length + 1);
      expect(graph.size).toBe(snapshot.links.length);
      for (const link of snapshot.links) {
        expect(graph.getEdgeAttribute(link.id, "relation")).toBe(relationOf(link));
        expect(graph.extremities(link.id)).toEqual([link.child, link.parent ?? "the-question"]);
      }
      for (const { id, claim } of snapshot.arguments)
        if (claim?.trim()) expect(graph.getNodeAttribute(id, "label")).toBe(inXml(claim));
    });
  });
});

describe("a thread as DOT", () => {
  test("Graphviz draws every node and edge, and nothing that a text asks for", async () => {
    const graphviz = await Graphviz.load();
    holds((snapshot) => {
      const drawn = graphviz.layout(toDot(snapshot), "json", "dot");
      const { objects = [], edges = [] } = JSON.parse(drawn);
      expect(objects).toHaveLength(snapshot.arguments.length + 1);
      expect(edges).toHaveLength(snapshot.links.length);
      const own = ["name", "label", "tooltip", "URL", "style", "shape", "penwidth", "fontname"];
      for (const object of objects)
        expect(Object.keys(object).filter((key) => !own.includes(key) && !/^(_|pos|width|height)/.test(key))).toEqual(
          [],
        );
      for (const { URL: url } of objects) expect(url).toMatch(/^https:\/\/forum\.example\//);
    });
  });
});

describe("a thread as Mermaid", () => {
  test("is one line for each claim and link, in which no sign of a text is left to mean anything", () => {
    holds((snapshot) => {
      const lines = toMermaid(snapshot)
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("  %%"));
      expect(lines).toHaveLength(2 + snapshot.arguments.length + snapshot.links.length);
      for (const line of lines.slice(1))
        expect(line).toMatch(
          /^ {2}(?:a\d+|question)(?: (?:-->|==>|-\.->)\|"[^"`<>{}%\\]*"\| (?:a\d+|question)|[[(]"[^"`<>{}%\\]*"[\])])$/,
        );
    });
  });
});

describe("a thread as an outline", () => {
  test("OPML is well-formed, and every outline has words", () => {
    holds((snapshot) => {
      const outlines = elements(toOpml(snapshot)).filter(({ name }) => name === "outline");
      for (const { attributes } of outlines) expect(attributes.text?.length).toBeGreaterThan(0);
      const links = outlines.filter(({ attributes }) => attributes.type === "link");
      expect(links).toHaveLength(snapshot.arguments.flatMap(({ citations }) => citations).length);
      const homes = outlines.filter(({ attributes }) => attributes.author !== undefined);
      expect(homes).toHaveLength(snapshot.arguments.length);
    });
  });

  test("a mind map has a node for each argument, and an arrow for each second place", () => {
    holds((snapshot) => {
      const all = elements(toFreeplane(snapshot));
      const ids = all.flatMap(({ attributes }) => attributes.ID ?? []);
      expect(ids.sort()).toEqual(["ID_question", ...snapshot.arguments.map(({ id }) => `ID_${id}`)].sort());
      const linked = new Set(snapshot.links.map(({ child }) => child)).size;
      const arrows = all.filter(({ name }) => name === "arrowlink");
      expect(arrows).toHaveLength(snapshot.links.length - linked);
      for (const { attributes } of arrows) expect(ids).toContain(attributes.DESTINATION);
    });
  });
});

describe("a thread as tables", () => {
  const read = (csv: string): Record<string, string>[] =>
    parse(csv, { columns: true, bom: true, record_delimiter: "\r\n" });

  test("have a row for each place of each argument, and for each stretch that is quoted", () => {
    holds((snapshot) => {
      const rows = read(claimsCsv(snapshot));
      const linked = new Set(snapshot.links.map(({ child }) => child));
      const loose = snapshot.arguments.filter(({ id }) => !linked.has(id)).length;
      expect(rows).toHaveLength(1 + snapshot.links.length + loose);
      const quotes = read(citationsCsv(snapshot)).filter(({ quote }) => quote !== "");
      const spans = snapshot.arguments.flatMap(({ citations }) => citations.flatMap((citation) => citation.spans));
      expect(quotes).toHaveLength(spans.length);
    });
  });

  test("hold no cell that a spreadsheet would take for a formula", () => {
    const [first] = seeded;
    const [one] = first?.arguments ?? [];
    for (const formula of [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "\n=1",
      "＝1",
      " =1",
      "\u00a0+1",
      "\u200b@A1",
      '=HYPERLINK("http://x")',
    ]) {
      const snapshot = { ...first, arguments: [{ ...one, claim: formula }], links: [] } as unknown as Snapshot;
      expect(read(claimsCsv(snapshot))[1]?.text).toBe(`'${formula}`);
    }
    holds((snapshot) => {
      const cells = read(claimsCsv(snapshot))
        .concat(read(citationsCsv(snapshot)))
        .flatMap((row) => Object.values(row));
      for (const value of cells) expect(value).not.toMatch(/^[\t\r\n]|^[\s\p{Cf}]*[=+\-@]/u);
    });
  });
});

test("a simple graph would lose a second link between two ends, which the database refuses anyway", () => {
  const [first] = seeded;
  const ends = first?.links.map(({ child, parent }) => `${child} ${parent}`) ?? [];
  expect(new Set(ends).size).toBe(ends.length);
  expect(graphml.parse(DirectedGraph, toGraphml(first as Snapshot).replace(/^<\?xml.*\?>/, "")).size).toBe(ends.length);
});
