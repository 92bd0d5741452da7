/**
 * A snapshot as SADFace (Wells, "A simple argument description format", CMNA 2020), in the dialect 0.2 that its own
 * `verify()` accepts. A claim is an atom, a link a scheme between two atoms, or from an atom to the scheme it doubts.
 * A citation is a source of its atom: `offset` and `length` find its words in the resource's content, which holds the
 * quoted words alone, since the text itself is not ours to pass on; its place in that text stands in the metadata.
 */
import { placesOf } from "#lib/arguments/tree";
import { joined, listed, openJson } from "#lib/maps/joined";
import { cited, proofOf, said } from "#lib/maps/said";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import { uuid } from "#lib/maps/uuid";
import { codePointLength } from "#lib/text/code-points";

const CORE = { core: {} };

/** As SADFace writes them: no zone, no fractions. */
const seconds = (time: string) => time.slice(0, 19);

/** Where no analyst is known, an address that no mail reaches (RFC 2606). */
const NOBODY = "nobody@example.invalid";

function* piecesOf(snapshot: Snapshot): Generator<string> {
  const { thread, exportedAt } = snapshot;
  const namespace = `${new URL(thread.url).hostname.split(".").reverse().join(".")}.grounds`;
  const idOf = (kind: string, id: string) => uuid(`${thread.url} ${kind} ${id}`);
  const resources = new Map<string, { id: string; content: string[]; length: number; own: object }>();

  /** Where a citation's words stand in its resource's content; they are written there first. */
  function place(one: SnapshotArgument["citations"][number]) {
    const { quote, start, end, versionUrl, title, version, sha256, address } = cited(snapshot, one);
    const own = { url: versionUrl, title, version, sha256, address: address ?? "" };
    const resource = resources.get(versionUrl) ?? { id: uuid(versionUrl), content: [], length: 0, own };
    resources.set(versionUrl, resource);
    const offset = resource.length;
    const length = codePointLength(quote);
    // Counted one by one, since counting a long content for each would be quadratic.
    resource.content.push(quote);
    resource.length += length + 1;
    return {
      source: { resource_id: resource.id, text: quote, offset, length },
      meant: { id: one.id, start, end },
    };
  }

  const atomOf = (argument: SnapshotArgument) => {
    const { id, number, url, state, author, postedAt } = argument;
    const places = argument.citations.map(place);
    const own = { url, number, state, author: author.handle, postedAt, citations: places.map(({ meant }) => meant) };
    const sources = places.map(({ source }) => source);
    return {
      id: idOf("argument", id),
      type: "atom",
      text: said(argument),
      sources,
      metadata: { ...CORE, [namespace]: own },
    };
  };
  const question = {
    id: uuid(thread.url),
    type: "atom",
    text: thread.thesis ?? thread.question,
    sources: [],
    metadata: { ...CORE, [namespace]: { url: thread.url } },
  };
  const schemeOf = (link: SnapshotLink) => {
    const { stance, target, targetCitation, targetLink, concession } = link;
    const own = { target, targetCitation: targetCitation ?? "", targetLink: targetLink ?? "", concession };
    const name = stance === "PRO" ? "support" : "attack";
    return { id: idOf("link", link.id), type: "scheme", name, metadata: { ...CORE, [namespace]: own } };
  };
  const known = new Set(snapshot.links.map(({ id }) => id));
  const edge = (from: string, to: string) => ({ id: uuid(`${from} ${to}`), source_id: from, target_id: to });
  const homes = placesOf(snapshot);
  const aimOf = ({ stance, target, targetLink, parent }: SnapshotLink) => {
    // A citation is no node here: who doubts the evidence doubts the step that stands on it.
    const doubted = target === "RELEVANCE" ? targetLink : homes.get(parent ?? "")?.link.id;
    if (stance === "CON" && target !== "CLAIM" && doubted && known.has(doubted)) return idOf("link", doubted);
    return parent === null ? question.id : idOf("argument", parent);
  };
  const core = {
    id: uuid(`${thread.url} ${snapshot.hash}`),
    version: "0.2",
    analyst_name: "Grounds",
    analyst_email: NOBODY,
    created: seconds(thread.openedAt),
    edited: seconds(exportedAt),
  };
  function* nodes() {
    yield question;
    for (const argument of snapshot.arguments) yield atomOf(argument);
    for (const link of snapshot.links) yield schemeOf(link);
  }
  function* edges() {
    for (const link of snapshot.links) {
      const scheme = idOf("link", link.id);
      yield edge(idOf("argument", link.child), scheme);
      yield edge(scheme, aimOf(link));
    }
  }
  yield `${openJson({ metadata: { core, [namespace]: { question: thread.question, ...proofOf(snapshot) } } })},"nodes":`;
  yield* listed(nodes());
  yield ',"edges":';
  yield* listed(edges());
  yield ',"resources":';
  // Last, since the atoms write their words into them.
  yield* listed(
    [...resources.values()].map(({ id, content, own }) => {
      const words = content.map((quote) => `${quote}\n`).join("");
      return { id, type: "text", content: words, metadata: { ...CORE, [namespace]: own } };
    }),
  );
  yield "}\n";
}

export const toSadface = (snapshot: Snapshot): string => joined(piecesOf(snapshot), "");
