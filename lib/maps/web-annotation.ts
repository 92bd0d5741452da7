/**
 * A thread's citations as Web Annotations (W3C Recommendation of 2017, JSON-LD): each links an argument to the words
 * it stands on, by the words themselves and by their place in the stored version, in code points as the standard asks.
 * A citation of several stretches has several targets.
 */
import { joined, listed, openJson } from "#lib/maps/joined";
import { cited, proofLines } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument } from "#lib/maps/snapshot";
import { paths } from "#lib/paths";

function annotationsOf(snapshot: Snapshot, argument: SnapshotArgument) {
  const origin = new URL(snapshot.thread.url).origin;
  const { url, author, postedAt } = argument;
  return argument.citations.map((citation) => {
    const { spans, versionUrl, sha256 } = cited(snapshot, citation);
    return {
      id: `${url}#citation-${citation.id}`,
      type: "Annotation",
      motivation: "linking",
      created: postedAt,
      creator: {
        id: `${origin}${paths.person(author.handle)}`,
        type: "Person",
        nickname: author.handle,
        name: author.name,
      },
      body: { type: "SpecificResource", source: url, purpose: "linking" },
      target: spans.map(({ quote, prefix, suffix, start, end }) => ({
        type: "SpecificResource",
        source: versionUrl,
        "dcterms:identifier": `sha256:${sha256}`,
        selector: [
          { type: "TextQuoteSelector", exact: quote, prefix, suffix },
          { type: "TextPositionSelector", start, end },
        ],
      })),
    };
  });
}

function* piecesOf(snapshot: Snapshot): Generator<string> {
  const { thread, exportedAt } = snapshot;
  const total = snapshot.arguments.reduce((sum, { citations }) => sum + citations.length, 0);
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${thread.url}#citations`,
    type: "AnnotationCollection",
    label: thread.question,
    generated: exportedAt,
    "dcterms:description": proofLines(snapshot).join("\n"),
    total,
  };
  const first = { id: `${thread.url}#citations-1`, type: "AnnotationPage", startIndex: 0 };
  yield `${openJson(collection)},"first":${openJson(first)},"items":`;
  yield* listed(annotationsIn(snapshot));
  yield "}}\n";
}

function* annotationsIn(snapshot: Snapshot) {
  for (const argument of snapshot.arguments) yield* annotationsOf(snapshot, argument);
}

export const toWebAnnotation = (snapshot: Snapshot): string => joined(piecesOf(snapshot), "");
