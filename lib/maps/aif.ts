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
import { cited, proofOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotLink } from "#lib/maps/snapshot";
import { escapeXml } from "#lib/maps/xml";
import type { PassageView } from "#lib/sources/view";

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

/** Nodes and edges, with what the layout and the text need besides. */
class Graph {
  readonly nodes: AifNode[] = [];
  readonly edges: AifEdge[] = [];
  readonly places: { nodeID: string; visible: true; x: number; y: number; timestamp: "" }[] = [];
  readonly quoted: { nodeID: string; citation: PassageView }[] = [];
  #timestamp: string;

  constructor(exportedAt: string) {
    this.#timestamp = exportedAt.slice(0, 19).replace("T", " ");
  }

  node(what: { type: "I"; text: string } | typeof INFERENCE | typeof CONFLICT, x: number, y: number): string {
    const nodeID = `${this.nodes.length + 1}_${SESSION}`;
    const scheme = "scheme" in what ? { scheme: what.text, schemeID: what.scheme } : {};
    this.nodes.push({ nodeID, text: what.text, type: what.type, timestamp: this.#timestamp, ...scheme });
    this.places.push({ nodeID, visible: true, x, y, timestamp: "" });
    return nodeID;
  }

  edge(fromID: string, toID: string): void {
    this.edges.push({ edgeID: `${this.edges.length + 1}`, fromID, toID, formEdgeID: null });
  }
}

/** What a reader of ours needs besides, to tell quotations from claims: which node asks, and which ones quote. */
function groundsOf(snapshot: Snapshot, { nodes, quoted }: Graph) {
  const citations = quoted.map(({ nodeID, citation }) => {
    const { spans, title, versionUrl, address, sha256 } = cited(snapshot, citation);
    return { nodeID, words: spans.map(({ quote }) => quote), title, url: versionUrl, address, sha256 };
  });
  return { ...proofOf(snapshot), question: nodes[0]?.nodeID, citations };
}

function graphOf(snapshot: Snapshot): Graph {
  const graph = new Graph(snapshot.exportedAt);
  const { thread, links } = snapshot;
  const places = placesOf({ arguments: snapshot.arguments, links: links });
  const question = graph.node({ type: "I", text: thread.thesis ?? thread.question }, COLUMN, 0);
  const claims = new Map<string | null, string>([[null, question]]);
  const grounds = new Map<string, string>();
  snapshot.arguments.forEach((argument, row) => {
    const x = COLUMN * (places.get(argument.id)?.turn ?? 0);
    const y = ROW * (row + 1);
    const claim = graph.node({ type: "I", text: said(argument) }, x, y);
    claims.set(argument.id, claim);
    argument.citations.forEach((citation, i) => {
      const evidence = graph.node(
        { type: "I", text: cited(snapshot, citation).quote },
        x + COLUMN / 2,
        y + 40 * (i + 2),
      );
      const ground = graph.node(INFERENCE, x + COLUMN / 4, y + 40 * (i + 1));
      graph.edge(evidence, ground);
      graph.edge(ground, claim);
      graph.quoted.push({ nodeID: evidence, citation });
      grounds.set(citation.id, ground);
    });
  });
  const steps = new Map<string, string>();
  links.forEach((link, row) => {
    const x = COLUMN * ((places.get(link.child)?.turn ?? 1) - 0.5);
    steps.set(link.id, graph.node(link.stance === "PRO" ? INFERENCE : CONFLICT, x, ROW * (row + 1)));
  });
  const aimOf = ({ stance, target, targetLink, targetCitation, parent }: SnapshotLink) => {
    const claim = claims.get(parent) ?? question;
    if (stance === "PRO" || target === "CLAIM") return claim;
    return (target === "RELEVANCE" ? steps.get(targetLink ?? "") : grounds.get(targetCitation ?? "")) ?? claim;
  };
  for (const link of links) {
    const step = steps.get(link.id) ?? "";
    graph.edge(claims.get(link.child) ?? "", step);
    graph.edge(step, aimOf(link));
  }
  return graph;
}

const documentOf = ({ nodes, edges }: Graph) => ({
  nodes,
  edges,
  locutions: [],
  schemefulfillments: nodes.flatMap(({ nodeID, schemeID }) => (schemeID ? [{ nodeID, schemeID }] : [])),
  descriptorfulfillments: [],
  cqdescriptorfulfillments: [],
  participants: [],
});

/** For programs alone: indented it would be twice as long. */
const json = (value: unknown) => `${JSON.stringify(value)}\n`;

/** The nodes and edges alone, as AIFdb takes them. */
export function toAif(snapshot: Snapshot): string {
  const graph = graphOf(snapshot);
  return json({ ...documentOf(graph), grounds: groundsOf(snapshot, graph) });
}

/** With the quoted words as a text, in which each citation's node is marked, and the layout for OVA3. */
export function toXaif(snapshot: Snapshot): string {
  const graph = graphOf(snapshot);
  const txt = graph.quoted
    .map(({ nodeID, citation }) => {
      const { quote, title, versionUrl, start, end } = cited(snapshot, citation);
      const place = `${escapeXml(title)} (${escapeXml(versionUrl)}) [${start}–${end}]`;
      return `${place}: <span class="highlighted" id="node${nodeID}">${escapeXml(quote)}</span><br><br>`;
    })
    .join("");
  const edges = graph.edges.map(({ fromID, toID }) => ({ fromID, toID, visible: true }));
  const OVA = { firstname: "", surname: "", url: snapshot.thread.url, nodes: graph.places, edges };
  return json({ AIF: documentOf(graph), text: { txt }, dialog: false, OVA, grounds: groundsOf(snapshot, graph) });
}
