/**
 * A thread's citations as Web Annotations (W3C Recommendation of 2017, JSON-LD): each links an argument to the words
 * it stands on, by the words themselves and by their place in the stored version, in code points as the standard asks.
 * A citation of several stretches has several targets.
 */
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

export function toWebAnnotation(snapshot: Snapshot): string {
  const { thread, exportedAt } = snapshot;
  const items = snapshot.arguments.flatMap((argument) => annotationsOf(snapshot, argument));
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${thread.url}#citations`,
    type: "AnnotationCollection",
    label: thread.question,
    generated: exportedAt,
    "dcterms:description": proofLines(snapshot).join("\n"),
    total: items.length,
    first: { id: `${thread.url}#citations-1`, type: "AnnotationPage", startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}
