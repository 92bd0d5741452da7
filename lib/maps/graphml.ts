/**
 * A snapshot as GraphML (http://graphml.graphdrawing.org), which yEd, Gephi, Cytoscape and NetworkX read. The question
 * and each argument are nodes, each link is an edge from what answers to what is answered. No reader here knows edges
 * to edges, so an undercut goes to the argument, with `relation` and the ids of what it meant.
 */
import { joined } from "#lib/maps/joined";
import { cited, proofOf, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument } from "#lib/maps/snapshot";
import { escapeXml, XML_DECLARATION } from "#lib/maps/xml";
import { plainTextOf } from "#lib/text/document";

const NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
const NODE = ["label", "kind", "number", "state", "author", "postedAt", "url", "body", "quote", "citations"] as const;
const EDGE = ["relation", "stance", "target", "targetCitation", "targetLink", "concession"] as const;
const GRAPH = ["question", "thesis", "url", "exportedAt", "hash", "sources"] as const;

const keys = (of: "node" | "edge" | "graph", names: readonly string[]) =>
  names.map((name) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="string"/>`);

function data(of: "node" | "edge" | "graph", values: Record<string, string | null>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
  return given.map(([name, value]) => `<data key="${of}-${name}">${escapeXml(value)}</data>`).join("");
}

function nodeOf(snapshot: Snapshot, argument: SnapshotArgument): string {
  const { id, number, state, author, postedAt, url, body } = argument;
  const citations = argument.citations.map((one) => {
    const its = cited(snapshot, one);
    const spans = its.spans.map(({ paragraph, gapWords, ...span }) => span);
    return { id: one.id, state: one.state, ...its, spans };
  });
  const values: Record<(typeof NODE)[number], string | null> = {
    label: said(argument),
    kind: "argument",
    number: `${number}`,
    state,
    author: author.handle,
    postedAt,
    url,
    body: body && plainTextOf(body),
    quote: citations.map(({ quote }) => quote).join("\n") || null,
    citations: citations.length > 0 ? JSON.stringify(citations) : null,
  };
  return `    <node id="${id}">${data("node", values)}</node>`;
}

function* linesOf(snapshot: Snapshot): Generator<string> {
  const { thread, links } = snapshot;
  const { sources, ...proof } = proofOf(snapshot);
  // Ids of arguments are letters and digits, so that a hyphen keeps the question's own apart from them.
  const question = "the-question";
  const about = { question: thread.question, thesis: thread.thesis, ...proof, sources: JSON.stringify(sources) };
  yield XML_DECLARATION;
  yield `<graphml xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd">`;
  yield* [...keys("graph", GRAPH), ...keys("node", NODE), ...keys("edge", EDGE)];
  yield `  <graph id="${thread.slug}" edgedefault="directed">`;
  yield `    ${data("graph", about)}`;
  yield `    <node id="${question}">${data("node", { label: thread.question, kind: "question", url: thread.url })}</node>`;
  for (const argument of snapshot.arguments) yield nodeOf(snapshot, argument);
  for (const { id, child, parent, stance, target, targetCitation, targetLink, concession } of links) {
    const relation = relationOf({ stance, target });
    const values = { relation, stance, target, targetCitation, targetLink, concession: concession ? "true" : null };
    yield `    <edge id="${id}" source="${child}" target="${parent ?? question}">${data("edge", values)}</edge>`;
  }
  yield* ["  </graph>", "</graphml>"];
}

export const toGraphml = (snapshot: Snapshot): string => `${joined(linesOf(snapshot))}\n`;
