/**
 * A snapshot as two tables (RFC 4180, UTF-8 with a byte order mark and CRLF, as spreadsheets expect) in one zip:
 * `claims.csv` has a row for the question and one for each link of each argument, `citations.csv` one for each passage.
 */
import { strToU8 } from "fflate";
import { zipped } from "#lib/maps/archive";
import { cited, proofOf, relationOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { type Cell, table } from "#lib/text/csv";
import { plainTextOf } from "#lib/text/document";

const CLAIMS = [
  ..."id,number,parent_id,relation,stance,target,target_citation,target_link,concession".split(","),
  ..."state,text,elaboration,author,created_at,url,exported_at,hash".split(","),
];
const CITATIONS =
  "argument_id,citation_id,state,quote,start,end,prefix,suffix,source_title,source_kind,source_address,version_url,version,sha256".split(
    ",",
  );

export function claimsCsv(snapshot: Snapshot): string {
  const { thread, exportedAt, hash } = snapshot;
  const links = Map.groupBy(snapshot.links, ({ child }) => child);
  const question = { id: "question", relation: "question", text: thread.question, created_at: thread.openedAt };
  function* rows() {
    yield { ...question, url: thread.url, exported_at: exportedAt, hash };
    for (const argument of snapshot.arguments)
      for (const link of links.get(argument.id) ?? [undefined]) yield { ...claim(argument), ...aim(link) };
  }
  return table(CLAIMS, rows());
}

function claim(argument: SnapshotArgument): Record<string, Cell> {
  const { id, number, state, author, postedAt, url, body } = argument;
  const elaboration = body && plainTextOf(body);
  return { id, number, state, text: said(argument), elaboration, author: author.name, created_at: postedAt, url };
}

function aim(link: SnapshotLink | undefined): Record<string, Cell> {
  if (link === undefined) return {};
  const { parent, stance, target, targetCitation, targetLink, concession } = link;
  return {
    parent_id: parent ?? "question",
    relation: relationOf(link),
    stance,
    target,
    target_citation: targetCitation,
    target_link: targetLink,
    concession: concession ? "true" : "",
  };
}

export function citationsCsv(snapshot: Snapshot): string {
  const quoted = new Set<string>();
  function* rows() {
    for (const { id, citations } of snapshot.arguments)
      for (const citation of citations) {
        const { spans, title, kind, address, versionUrl, version, sha256 } = cited(snapshot, citation);
        const whole = { argument_id: id, citation_id: citation.id, state: citation.state, version, sha256 };
        const source = { source_title: title, source_kind: kind, source_address: address, version_url: versionUrl };
        quoted.add(sha256);
        for (const { quote, start, end, prefix, suffix } of spans)
          yield { ...whole, ...source, quote, start, end, prefix, suffix };
      }
    // A text that no argument quotes, for instance the one that raised the question, is named all the same.
    for (const { url, version, sha256 } of proofOf(snapshot).sources)
      if (!quoted.has(sha256)) yield { version_url: `${url}?version=${version}`, version, sha256 };
  }
  return table(CITATIONS, rows());
}

export function toCsv(snapshot: Snapshot): Uint8Array<ArrayBuffer> {
  const files = { "claims.csv": strToU8(claimsCsv(snapshot)), "citations.csv": strToU8(citationsCsv(snapshot)) };
  return zipped(files, snapshot);
}
