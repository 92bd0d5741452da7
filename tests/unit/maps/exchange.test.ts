import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { placesOf } from "#lib/arguments/tree";
import { toHypothesis } from "#lib/maps/hypothesis";
import { toKialo } from "#lib/maps/kialo";
import { toSadface } from "#lib/maps/sadface";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { toWebAnnotation } from "#lib/maps/web-annotation";
import { codePointLength, sliceCodePoints } from "#lib/text/code-points";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

function holds(rule: (snapshot: Snapshot) => void) {
  for (const snapshot of seeded) rule(snapshot);
  fc.assert(fc.property(hostile, rule), { numRuns: 200 });
}

const citationsOf = (snapshot: Snapshot) => snapshot.arguments.flatMap((argument) => argument.citations);

describe("a thread as SADFace", () => {
  const metadata = z.record(z.string(), z.record(z.string(), z.unknown()));
  const atom = z.strictObject({
    id: z.uuidv4(),
    type: z.literal("atom"),
    text: z.string().min(1),
    sources: z.array(
      z.strictObject({ resource_id: z.uuidv4(), text: z.string(), offset: z.int().min(0), length: z.int().min(1) }),
    ),
    metadata,
  });
  const scheme = z.strictObject({
    id: z.uuidv4(),
    type: z.literal("scheme"),
    name: z.enum(["support", "attack"]),
    metadata,
  });
  const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  const core = z.strictObject({
    id: z.uuidv4(),
    version: z.string(),
    analyst_name: z.string(),
    analyst_email: z.string(),
    created: time,
    edited: time,
  });
  const document = z.strictObject({
    metadata: z.object({ core }).catchall(z.record(z.string(), z.unknown())),
    resources: z.array(z.strictObject({ id: z.uuidv4(), type: z.literal("text"), content: z.string(), metadata })),
    nodes: z.array(z.discriminatedUnion("type", [atom, scheme])),
    edges: z.array(z.strictObject({ id: z.uuidv4(), source_id: z.uuidv4(), target_id: z.uuidv4() })),
  });

  test("keeps the rules that SADFace's own check asks for", () => {
    holds((snapshot) => {
      const { nodes, edges, resources, metadata: whole } = document.parse(JSON.parse(toSadface(snapshot)));
      const types = new Map(nodes.map(({ id, type }) => [id, type]));
      expect(types.size).toBe(nodes.length);
      expect(edges).toHaveLength(2 * snapshot.links.length);
      for (const { source_id, target_id } of edges) {
        expect(types.get(source_id) === "atom" && types.get(target_id) === "atom").toBe(false);
        expect(types.has(source_id) && types.has(target_id)).toBe(true);
      }
      for (const node of nodes) for (const name of Object.keys(node.metadata)) expect(whole).toHaveProperty([name]);
      const contents = new Map(resources.map(({ id, content }) => [id, content]));
      const sources = nodes.flatMap((node) => (node.type === "atom" ? node.sources : []));
      expect(sources).toHaveLength(citationsOf(snapshot).length);
      for (const { resource_id, text, offset, length } of sources)
        expect(sliceCodePoints(contents.get(resource_id) ?? "", offset, offset + length)).toBe(text);
    });
  });
});

describe("a thread as Kialo's text", () => {
  const HEAD = /^( *)((?:\d+\.)+) (Thesis|Pro|Con):$/;

  /** Labels and claims by number, as a reader of Kialo's export finds them. */
  function read(text: string) {
    const [body = "", sources = ""] = text.split("\r\nSources:\r\n");
    const lines = body.split("\r\n");
    const claims = new Map<string, { label: string; text: string }>();
    lines.forEach((line, i) => {
      const [, indent = "", number = "", label = ""] = HEAD.exec(line) ?? [];
      if (number === "" || HEAD.test(lines[i - 1] ?? "")) return;
      expect(indent.length).toBe(2 * (number.split(".").length - 2));
      claims.set(number, { label, text: (lines[i + 1] ?? "").trim() });
    });
    const lists = sources.trim().split("\r\n");
    const numbers = lists.flatMap((line, i) => (i % 2 === 0 ? (/^\[(\d+)\] /.exec(line)?.[1] ?? "none") : []));
    return { claims, numbers, quotes: lists.filter((_, i) => i % 2 === 1) };
  }

  test("numbers every place under one that is there, and refers to a second place by the number of the first", () => {
    holds((snapshot) => {
      const { claims, numbers, quotes } = read(toKialo(snapshot));
      // What hangs on nothing has no place in a tree.
      const placed = placesOf(snapshot);
      const links = snapshot.links.filter(
        ({ child, parent }) => placed.has(child) && (parent === null || placed.has(parent)),
      );
      expect(claims.get("1.")?.label).toBe("Thesis");
      expect(claims.size).toBe(1 + links.length);
      const references = [...claims.values()].flatMap(({ text }) => /^-> See ((?:\d+\.)+)$/.exec(text)?.[1] ?? []);
      expect(references).toHaveLength(links.length - placed.size);
      for (const number of references) expect(claims.has(number)).toBe(true);
      for (const number of claims.keys())
        if (number !== "1.") expect(claims.has(number.replace(/\d+\.$/, ""))).toBe(true);
      const quoted = snapshot.arguments.filter(({ id }) => placed.has(id)).flatMap(({ citations }) => citations);
      expect(quotes).toHaveLength(quoted.length + 1);
      expect(numbers).toEqual(quotes.map((_, i) => `${i + 1}`));
    });
  });

  test("a chain of a thousand answers does not grow with the square of its length", () => {
    const text = toKialo(chainOf(1_000));
    expect(read(text).claims.size).toBe(1_001);
    expect(text.length).toBeLessThan(1_000_000);
  });
});

/** As much of the standard's context as is used here: the names it gives the terms, from the Recommendation. */
const OA = "http://www.w3.org/ns/oa#";
const term = (name: string, type?: string) => ({ "@id": name, ...(type && { "@type": type }) });
const DATE = "http://www.w3.org/2001/XMLSchema#dateTime";
const ANNOTATION_CONTEXT = {
  "@context": {
    oa: OA,
    as: "http://www.w3.org/ns/activitystreams#",
    dcterms: "http://purl.org/dc/terms/",
    id: "@id",
    type: "@type",
    ...Object.fromEntries(
      ["Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector"].map((name) => [
        name,
        `oa:${name}`,
      ]),
    ),
    Person: "http://xmlns.com/foaf/0.1/Person",
    AnnotationCollection: "as:OrderedCollection",
    AnnotationPage: "as:OrderedCollectionPage",
    motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
    purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" },
    linking: "oa:linking",
    created: term("dcterms:created", DATE),
    generated: term("dcterms:issued", DATE),
    creator: term("dcterms:creator", "@id"),
    nickname: "http://xmlns.com/foaf/0.1/nick",
    name: "http://xmlns.com/foaf/0.1/name",
    body: term("oa:hasBody", "@id"),
    target: term("oa:hasTarget", "@id"),
    source: term("oa:hasSource", "@id"),
    selector: term("oa:hasSelector", "@id"),
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: "oa:start",
    end: "oa:end",
    label: "http://www.w3.org/2000/01/rdf-schema#label",
    total: "as:totalItems",
    first: term("as:first", "@id"),
    startIndex: "as:startIndex",
    items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
  },
};

describe("a thread's citations as Web Annotations", () => {
  const selector = z.tuple([
    z.strictObject({
      type: z.literal("TextQuoteSelector"),
      exact: z.string().min(1),
      prefix: z.string(),
      suffix: z.string(),
    }),
    z.strictObject({ type: z.literal("TextPositionSelector"), start: z.int().min(0), end: z.int() }),
  ]);
  const iri = z.url();
  const annotation = z.strictObject({
    id: iri,
    type: z.literal("Annotation"),
    motivation: z.literal("linking"),
    created: z.iso.datetime(),
    creator: z.strictObject({ id: iri, type: z.literal("Person"), nickname: z.string(), name: z.string() }),
    body: z.strictObject({ type: z.literal("SpecificResource"), source: iri, purpose: z.literal("linking") }),
    target: z
      .array(
        z.strictObject({
          type: z.literal("SpecificResource"),
          source: iri,
          "dcterms:identifier": z.string(),
          selector,
        }),
      )
      .min(1),
  });
  const collection = z.object({
    "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
    id: iri,
    type: z.literal("AnnotationCollection"),
    label: z.string(),
    total: z.int(),
    first: z.strictObject({
      id: iri,
      type: z.literal("AnnotationPage"),
      startIndex: z.literal(0),
      items: z.array(annotation),
    }),
  });

  test("keep the standard's rules, one annotation a citation, one target a stretch", () => {
    holds((snapshot) => {
      const { total, first } = collection.parse(JSON.parse(toWebAnnotation(snapshot)));
      const citations = citationsOf(snapshot);
      expect([total, first.items.length]).toEqual([citations.length, citations.length]);
      expect(first.items.map(({ target }) => target.length)).toEqual(citations.map(({ spans }) => spans.length));
    });
  });

  test("expand in safe mode: no term is unknown to the standard's context", async () => {
    const documentLoader = async (url: string) => ({ documentUrl: url, document: ANNOTATION_CONTEXT });
    for (const snapshot of seeded) {
      const quads = await jsonld.toRDF(JSON.parse(toWebAnnotation(snapshot)), { safe: true, documentLoader });
      const targets = quads.filter(({ predicate }) => predicate.value === `${OA}hasTarget`);
      expect(targets).toHaveLength(citationsOf(snapshot).flatMap(({ spans }) => spans).length);
    }
  });

  test("as Hypothesis' JSON find their words by the words alone, and mark nothing of the thread's own page", () => {
    holds((snapshot) => {
      const [copy, ...rows] = JSON.parse(toHypothesis(snapshot));
      expect(rows).toHaveLength(citationsOf(snapshot).length);
      expect(copy.target).toEqual([{ source: snapshot.thread.url }]);
      for (const { target } of rows)
        for (const { selector } of target) {
          expect(selector).toHaveLength(1);
          expect(codePointLength(selector[0].exact)).toBeGreaterThan(0);
        }
    });
  });
});
