/**
 * The Argument Interchange Format as AIFdb and xAIF write it in JSON. Claims and the steps between them are read; who
 * said what to whom (L, TA, YA) is not. In xAIF a text may hold each claim's own words, which are then quoted from it;
 * a file of ours says which nodes are quotations. Other people's files keep the format's rules but loosely.
 */
import { z } from "zod";
import { CLAIMS_MAX, type Found, gather } from "#lib/maps/reading/gather";
import type { ReadMap, ReadQuotation } from "#lib/maps/reading/read-map";
import { joined, type Step } from "#lib/maps/reading/schemes";
import { NOWHERE, quoted, sourceAt } from "#lib/maps/reading/words";
import { Refused } from "#lib/verdict";

/** A claim comes with a step, and in a file of ours with some quotations and their steps. */
const NODES_MAX = 12 * CLAIMS_MAX;

const id = z.union([z.string(), z.number()]).transform(String);
const graph = z.object({
  nodes: z.array(z.object({ nodeID: id, text: z.string().nullish(), type: z.string() })),
  edges: z.array(z.object({ fromID: id, toID: id })),
});
const text = z.union([z.string(), z.object({ txt: z.string() }).transform(({ txt }) => txt)]);
const citation = z.object({
  nodeID: id,
  words: z.array(z.string()),
  title: z.string(),
  url: z.string(),
  address: z.string().nullable(),
  sha256: z.string(),
});
const around = z.object({
  text: text.nullish().catch(null),
  OVA: z.object({ url: z.string() }).nullish().catch(null),
  grounds: z
    .object({ question: id, citations: z.array(citation) })
    .nullish()
    .catch(null),
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Whether a value may be of this format; of xAIF it is one of the file's members. */
export const isXaif = (value: unknown) => isObject(value) && isObject(value.AIF);
export const isAif = (value: unknown) =>
  isObject(value) && "nodes" in value && "edges" in value && "locutions" in value;

const STANCE: Record<string, Step["stance"]> = { RA: "PRO", CA: "CON", MA: null, PA: null };

/** @throws Refused "map-unreadable", "map-too-large", and whatever `gather` refuses */
export function readAif(value: unknown): ReadMap {
  const format = isXaif(value) ? "xaif" : "aif";
  const { data } = graph.safeParse(isXaif(value) ? (value as { AIF: unknown }).AIF : value);
  if (!data) throw new Refused("map-unreadable");
  if (data.nodes.length > NODES_MAX) throw new Refused("map-too-large", { values: { max: CLAIMS_MAX } });
  const { text, OVA, grounds } = around.parse(value);
  const quotes = new Map(grounds?.citations.map((one) => [one.nodeID, one]));
  const found = data.nodes.filter(({ type, nodeID }) => type === "I" && !quotes.has(nodeID));
  const claims = new Set(found.map(({ nodeID }) => nodeID));
  if (claims.size < found.length) throw new Refused("map-inconsistent");

  const quotations = text ? anchoredIn(text, OVA?.url) : new Map<string, ReadQuotation[]>();
  const steps = data.nodes.filter(({ type }) => type in STANCE);
  const edges = data.edges.map(({ fromID, toID }) => ({ from: fromID, to: toID }));
  const standing = new Map<string, { claim: string; at: number }>();
  if (grounds) {
    quotations.clear();
    const outOf = Map.groupBy(edges, ({ from }) => from);
    for (const [node, { words, title, url, address, sha256 }] of quotes) {
      const step = outOf.get(node)?.[0]?.to ?? "";
      const claim = outOf.get(step)?.[0]?.to;
      if (claim === undefined || !claims.has(claim)) continue;
      const own = quotations.get(claim) ?? [];
      standing.set(step, { claim, at: own.length });
      quotations.set(claim, [...own, quoted(words, { ...sourceAt(url), address, title, sha256 })]);
    }
  }
  const { root, links, losses } = joined({
    claims,
    steps: steps.map(({ nodeID, type }) => ({ id: nodeID, stance: STANCE[type] ?? null })),
    edges,
    grounds: standing,
    root: grounds?.question,
  });
  return gather({
    format,
    thesis: found.find(({ nodeID }) => nodeID === root)?.text,
    claims: found
      .filter(({ nodeID }) => nodeID !== root)
      .map(({ nodeID, text }): Found => ({ id: nodeID, claim: text ?? "", quotations: quotations.get(nodeID) })),
    links,
    losses,
  });
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const plain = (html: string) =>
  html.replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "");

/** The words of the text that each node is tied to. */
function anchoredIn(html: string, address: string | undefined): Map<string, ReadQuotation[]> {
  const anchored = new Map<string, ReadQuotation[]>();
  for (const [, node = "", inner = ""] of html.matchAll(/<span\b[^>]*\bid="node([^"]{1,200})"[^>]*>(.*?)<\/span>/gs)) {
    const words = plain(inner).replace(/\s+/g, " ").trim();
    if (words !== "") anchored.set(node, [quoted([words], address ? sourceAt(address) : NOWHERE)]);
  }
  return anchored;
}
