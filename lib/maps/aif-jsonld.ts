/**
 * A snapshot as AIF in RDF, written as JSON-LD 1.1: the classes and properties of the AIF ontology
 * (http://www.arg.dundee.ac.uk/aif#), Dublin Core for who, when and where from. Claims, links and citations have this
 * forum's own addresses, so that two files about one thread speak of the same things.
 */
import { joined, listed, openJson } from "#lib/maps/joined";
import { cited, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const id = (iri: string) => ({ "@id": iri, "@type": "@id" });

export const CONTEXT = {
  aif: "http://www.arg.dundee.ac.uk/aif#",
  dct: "http://purl.org/dc/terms/",
  premise: id("aif:Premise"),
  conclusion: id("aif:Conclusion"),
  claimText: "aif:claimText",
  created: { "@id": "dct:created", "@type": `${XSD}dateTime` },
  creator: "dct:creator",
  source: id("dct:source"),
  identifier: "dct:identifier",
  issued: { "@id": "dct:issued", "@type": `${XSD}dateTime` },
  references: id("dct:references"),
};

function* graphOf(snapshot: Snapshot) {
  const { thread, exportedAt, hash, sources } = snapshot;
  const urls = new Map(snapshot.arguments.map((argument) => [argument.id, argument.url]));
  const stepOf = (link: string) => `${thread.url}#link-${link}`;
  const groundOf = (citation: string) => `${thread.url}#ground-${citation}`;
  const citations = new Set(snapshot.arguments.flatMap((argument) => argument.citations.map((one) => one.id)));
  const links = new Set(snapshot.links.map((link) => link.id));

  const aimOf = ({ stance, target, targetLink, targetCitation, parent }: SnapshotLink) => {
    const claim = parent === null ? thread.url : urls.get(parent);
    if (stance === "PRO" || target === "CLAIM") return claim;
    if (target === "RELEVANCE") return targetLink !== null && links.has(targetLink) ? stepOf(targetLink) : claim;
    return targetCitation !== null && citations.has(targetCitation) ? groundOf(targetCitation) : claim;
  };

  const claimOf = (argument: SnapshotArgument) => [
    {
      "@id": argument.url,
      "@type": "aif:I-node",
      claimText: said(argument),
      creator: argument.author.name,
      created: argument.postedAt,
    },
    ...argument.citations.flatMap((citation) => {
      const { quote, versionUrl } = cited(snapshot, citation);
      const evidence = `${thread.url}#citation-${citation.id}`;
      return [
        { "@id": evidence, "@type": "aif:I-node", claimText: quote, source: versionUrl },
        { "@id": groundOf(citation.id), "@type": "aif:RA-node", premise: evidence, conclusion: argument.url },
      ];
    }),
  ];

  yield {
    "@id": thread.url,
    "@type": "aif:I-node",
    claimText: thread.thesis ?? thread.question,
    created: thread.openedAt,
    issued: exportedAt,
    identifier: `sha256:${hash}`,
    references: sources.flatMap(({ url, versions }) => versions.map(({ number }) => `${url}?version=${number}`)),
  };
  for (const { url, versions } of sources)
    for (const { number, sha256 } of versions)
      yield { "@id": `${url}?version=${number}`, identifier: `sha256:${sha256}` };
  for (const argument of snapshot.arguments) yield* claimOf(argument);
  for (const link of snapshot.links)
    yield {
      "@id": stepOf(link.id),
      "@type": link.stance === "PRO" ? "aif:RA-node" : "aif:CA-node",
      premise: urls.get(link.child),
      conclusion: aimOf(link),
      created: link.startedAt,
    };
}

function* piecesOf(snapshot: Snapshot): Generator<string> {
  yield `${openJson({ "@context": CONTEXT })},"@graph":`;
  yield* listed(graphOf(snapshot));
  yield "}\n";
}

export const toAifJsonld = (snapshot: Snapshot): string => joined(piecesOf(snapshot), "");
