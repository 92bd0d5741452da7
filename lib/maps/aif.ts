/**
 * A snapshot in the Argument Interchange Format (Chesñevar et al., "Towards an argument interchange format", Knowledge
 * Engineering Review 21, 2006), in the JSON of AIFdb and in xAIF, which adds the quoted words as a text and the layout
 * that OVA3 draws.
 *
 * The question's thesis, each claim and each citation are information nodes (I). A link is a scheme node: an inference
 * (RA) for Pro, a conflict (CA) for Con. A conflict with the claim leads to the claim; with its relevance, to the
 * scheme node of the step it doubts; with its evidence, to the inference from that citation. A supported step or
 * citation has no place in AIF, so that it is an inference to the claim.
 */

import { placesOf } from "#lib/arguments/tree";
import { joined, listed, openJson } from "#lib/maps/joined";
import { cited, proofOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { escapeXml } from "#lib/maps/xml";

/** Ids are `<counter>_<session>`, both in figures, as OVA3's; every file is a session of its own. */
const SESSION = "1";
const INFERENCE = { type: "RA", text: "Default Inference", scheme: "72" } as const;
const CONFLICT = { type: "CA", text: "Default Conflict", scheme: "71" } as const;

/** Far enough apart for OVA3's boxes, in its pixels. */
const COLUMN = 320;
const ROW = 160;

export interface AifNode {
  nodeID: string;
  text: string;
  type: "I" | "RA" | "CA";
  timestamp: string;
  scheme?: string;
  schemeID?: string;
}

export interface AifEdge {
  edgeID: string;
  fromID: string;
  toID: string;
  formEdgeID: null;
}

type Told = { type: "I"; text: string } | typeof INFERENCE | typeof CONFLICT;
type Citation = SnapshotArgument["citations"][number];

const nodeId = (number: number) => `${number}_${SESSION}`;

/**
 * Which number each node has, counted from 1 in the order in which they are written: the question; each argument's
 * claim, with each citation and the inference from it; and the links' scheme nodes. So no node needs to be kept.
 */
class Graph {
  readonly #snapshot: Snapshot;
  readonly #claims = new Map<string | null, number>([[null, 1]]);
  /** Of those alone that a link aims at. */
  readonly #grounds = new Map<string, number>();
  readonly #steps = new Map<string, number>();
  readonly #firstStep: number;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    const aims = new Set(
      snapshot.links.flatMap(({ targetCitation, targetLink }) => targetCitation ?? targetLink ?? []),
    );
    let next = 2;
    for (const { id, citations } of snapshot.arguments) {
      this.#claims.set(id, next);
      next += 1;
      for (const { id } of citations) {
        if (aims.has(id)) this.#grounds.set(id, next + 1);
        next += 2;
      }
    }
    this.#firstStep = next;
    snapshot.links.forEach(({ id }, i) => {
      if (aims.has(id)) this.#steps.set(id, next + i);
    });
  }

  /** Every node with its place for OVA3, the question first. */
  *nodes(): Generator<{ number: number; told: Told; x: number; y: number }> {
    const { thread, arguments: all, links } = this.#snapshot;
    const places = placesOf({ arguments: all, links });
    yield { number: 1, told: { type: "I", text: thread.thesis ?? thread.question }, x: COLUMN, y: 0 };
    let number = 2;
    for (const [row, argument] of all.entries()) {
      const x = COLUMN * (places.get(argument.id)?.turn ?? 0);
      const y = ROW * (row + 1);
      yield { number: number++, told: { type: "I", text: said(argument) }, x, y };
      for (const [i, citation] of argument.citations.entries()) {
        const { quote: text } = cited(this.#snapshot, citation);
        yield { number: number++, told: { type: "I", text }, x: x + COLUMN / 2, y: y + 40 * (i + 2) };
        yield { number: number++, told: INFERENCE, x: x + COLUMN / 4, y: y + 40 * (i + 1) };
      }
    }
    for (const [row, { child, stance }] of links.entries()) {
      const x = COLUMN * ((places.get(child)?.turn ?? 1) - 0.5);
      yield { number: number++, told: stance === "PRO" ? INFERENCE : CONFLICT, x, y: ROW * (row + 1) };
    }
  }

  /** Every citation with the node that quotes it. */
  *quoted(): Generator<{ nodeID: string; citation: Citation }> {
    for (const { id, citations } of this.#snapshot.arguments) {
      const claim = this.#claims.get(id) ?? 0;
      for (const [i, citation] of citations.entries()) yield { nodeID: nodeId(claim + 1 + 2 * i), citation };
    }
  }

  *edges(): Generator<{ from: number; to: number }> {
    for (const { id, citations } of this.#snapshot.arguments) {
      const claim = this.#claims.get(id) ?? 0;
      for (const i of citations.keys()) {
        yield { from: claim + 1 + 2 * i, to: claim + 2 + 2 * i };
        yield { from: claim + 2 + 2 * i, to: claim };
      }
    }
    for (const [i, link] of this.#snapshot.links.entries()) {
      yield { from: this.#claims.get(link.child) ?? 0, to: this.#firstStep + i };
      yield { from: this.#firstStep + i, to: this.#aimOf(link) };
    }
  }

  #aimOf({ stance, target, targetLink, targetCitation, parent }: SnapshotLink): number {
    const claim = this.#claims.get(parent) ?? 1;
    if (stance === "PRO" || target === "CLAIM") return claim;
    return (
      (target === "RELEVANCE" ? this.#steps.get(targetLink ?? "") : this.#grounds.get(targetCitation ?? "")) ?? claim
    );
  }
}

function* nodesOf(graph: Graph, exportedAt: string): Generator<AifNode> {
  const timestamp = exportedAt.slice(0, 19).replace("T", " ");
  for (const { number, told } of graph.nodes()) {
    const scheme = "scheme" in told ? { scheme: told.text, schemeID: told.scheme } : {};
    yield { nodeID: nodeId(number), text: told.text, type: told.type, timestamp, ...scheme };
  }
}

function* edgesOf(graph: Graph): Generator<AifEdge> {
  let number = 1;
  for (const { from, to } of graph.edges())
    yield { edgeID: `${number++}`, fromID: nodeId(from), toID: nodeId(to), formEdgeID: null };
}

function* schemesOf(graph: Graph) {
  for (const { number, told } of graph.nodes())
    if ("scheme" in told) yield { nodeID: nodeId(number), schemeID: told.scheme };
}

function* documentOf(snapshot: Snapshot, graph: Graph): Generator<string> {
  yield '{"nodes":';
  yield* listed(nodesOf(graph, snapshot.exportedAt));
  yield ',"edges":';
  yield* listed(edgesOf(graph));
  yield ',"locutions":[],"schemefulfillments":';
  yield* listed(schemesOf(graph));
  yield ',"descriptorfulfillments":[],"cqdescriptorfulfillments":[],"participants":[]';
}

/** What a reader of ours needs besides, to tell quotations from claims: which node asks, and which ones quote. */
function* groundsOf(snapshot: Snapshot, graph: Graph): Generator<string> {
  yield `${openJson({ ...proofOf(snapshot), question: nodeId(1) })},"citations":`;
  yield* listed(citationsOf(snapshot, graph));
  yield "}";
}

function* citationsOf(snapshot: Snapshot, graph: Graph) {
  for (const { nodeID, citation } of graph.quoted()) {
    const { spans, title, versionUrl, address, sha256 } = cited(snapshot, citation);
    yield { nodeID, words: spans.map(({ quote }) => quote), title, url: versionUrl, address, sha256 };
  }
}

function* aifOf(snapshot: Snapshot): Generator<string> {
  const graph = new Graph(snapshot);
  yield* documentOf(snapshot, graph);
  yield ',"grounds":';
  yield* groundsOf(snapshot, graph);
  yield "}\n";
}

/** The nodes and edges alone, as AIFdb takes them. */
export const toAif = (snapshot: Snapshot): string => joined(aifOf(snapshot), "");

/** The quoted words as a text, in which each citation's node is marked. */
function* textOf(snapshot: Snapshot, graph: Graph): Generator<string> {
  for (const { nodeID, citation } of graph.quoted()) {
    const { quote, title, versionUrl, start, end } = cited(snapshot, citation);
    const place = `${escapeXml(title)} (${escapeXml(versionUrl)}) [${start}–${end}]`;
    const marked = `<span class="highlighted" id="node${nodeID}">${escapeXml(quote)}</span>`;
    // Within a string of JSON, whose quotation marks stand around the whole.
    yield JSON.stringify(`${place}: ${marked}<br><br>`).slice(1, -1);
  }
}

function* placesFor(graph: Graph) {
  for (const { number, x, y } of graph.nodes()) yield { nodeID: nodeId(number), visible: true, x, y, timestamp: "" };
}

function* visibleEdges(graph: Graph) {
  for (const { from, to } of graph.edges()) yield { fromID: nodeId(from), toID: nodeId(to), visible: true };
}

function* xaifOf(snapshot: Snapshot): Generator<string> {
  const graph = new Graph(snapshot);
  yield '{"AIF":';
  yield* documentOf(snapshot, graph);
  yield '},"text":{"txt":"';
  yield* textOf(snapshot, graph);
  yield `"},"dialog":false,"OVA":${openJson({ firstname: "", surname: "", url: snapshot.thread.url })},"nodes":`;
  yield* listed(placesFor(graph));
  yield ',"edges":';
  yield* listed(visibleEdges(graph));
  yield '},"grounds":';
  yield* groundsOf(snapshot, graph);
  yield "}\n";
}

/** With the quoted words as a text, and the layout for OVA3. */
export const toXaif = (snapshot: Snapshot): string => joined(xaifOf(snapshot), "");
