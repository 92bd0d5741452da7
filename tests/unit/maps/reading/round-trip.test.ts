/** What is written is read back: the same claims, stances and relations, but for the loss that each format is known for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesOf } from "#lib/arguments/tree";
import { toAif, toXaif } from "#lib/maps/aif";
import { toArgdown } from "#lib/maps/argdown";
import { toKialo } from "#lib/maps/kialo";
import { readMap } from "#lib/maps/reading/read";
import type { ReadMap } from "#lib/maps/reading/read-map";
import { toSadface } from "#lib/maps/sadface";
import { hashOf, type Snapshot, type SnapshotLink } from "#lib/maps/snapshot";
import { writeSnapshot } from "#lib/maps/snapshot-file";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { plainTextOf } from "#lib/text/document";
import { line } from "#lib/text/schema";
import { chainOf } from "../chain";
import { hostileThread } from "../hostile";
import { seedSources, seedThreads, seedView, taking } from "../seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));

/** Words that the doors let in, and that stand in a canonical text. */
function storable(text: string, max = 280): string {
  const spaced = text.replace(/[\p{Cc}\s\u2028\u2029\ufeff]+/gu, " ").toWellFormed();
  return line({ max }).safeParse(spaced).data ?? `Words ${[...text].length}.`;
}

/** A snapshot of a thread that could be stored: hostile words, but none that the forum refuses. */
function stored(snapshot: Snapshot): Snapshot {
  const all = snapshot.arguments.map((argument) =>
    argument.state === "VISIBLE"
      ? {
          ...argument,
          claim: storable(argument.claim),
          citations: argument.citations.map((citation) => ({
            ...citation,
            source: { ...citation.source, title: storable(citation.source.title) },
            spans: citation.spans.map((span) => ({ ...span, quote: `Words ${storable(span.quote)} of it` })),
          })),
        }
      : argument,
  );
  const { thread } = snapshot;
  const said = {
    ...thread,
    question: `${storable(thread.question)} so?`,
    thesis: thread.thesis && storable(thread.thesis),
  };
  const raisedBy = {
    ...thread.raisedBy,
    source: { ...thread.raisedBy.source, title: storable(thread.raisedBy.source.title) },
  };
  const sources = snapshot.sources.map((source) => ({
    ...source,
    title: storable(source.title),
    address: source.address && `https://x.example/${encodeURIComponent(source.address.toWellFormed())}`,
  }));
  const whole = { ...snapshot, thread: { ...said, raisedBy }, arguments: all, sources };
  return { ...whole, hash: hashOf(whole) };
}

const hostile = hostileThread.map(({ view, sources }) => stored(snapshotOf(view, sources, taking)));

/** Without what hangs on nothing, which no thread holds: Kialo has no place for it. */
function rootedPart(snapshot: Snapshot): Snapshot {
  const placed = placesOf(snapshot);
  const whole = {
    ...snapshot,
    arguments: snapshot.arguments.filter(({ id }) => placed.has(id)),
    links: snapshot.links.filter(({ child, parent }) => placed.has(child) && (parent === null || placed.has(parent))),
  };
  return { ...whole, hash: hashOf(whole) };
}

interface Shape {
  claim: string;
  body: string | null;
  places: { parent: string | null; stance: string | null; target: string; at: string | null }[];
  quotes: string[][];
}

/** The claims with words that the question is reached from over claims with words, as they may be found again. */
function shapesOf(snapshot: Snapshot): Shape[] {
  const spoken = new Map(snapshot.arguments.flatMap((one) => (one.claim === null ? [] : [[one.id, one] as const])));
  const placesIn = Map.groupBy(snapshot.links, ({ child }) => child);
  const reached = new Set<string>();
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const { child, parent } of snapshot.links)
      if (spoken.has(child) && (parent === null || reached.has(parent))) reached.add(child);
  }
  const atOf = ({ target, targetCitation, targetLink, parent }: SnapshotLink) => {
    if (target === "EVIDENCE")
      return `${spoken.get(parent ?? "")?.citations.findIndex(({ id }) => id === targetCitation)}`;
    const there = placesIn.get(parent ?? "")?.filter((link) => link.parent === null || reached.has(link.parent));
    const at = there?.findIndex(({ id }) => id === targetLink) ?? -1;
    return target === "RELEVANCE" && at >= 0 ? `${at}` : null;
  };
  return [...spoken.values()]
    .filter(({ id }) => reached.has(id))
    .map((one) => ({
      claim: one.claim ?? "",
      body: one.body && plainTextOf(one.body),
      places: (placesIn.get(one.id) ?? [])
        .filter(({ parent }) => parent === null || reached.has(parent))
        .map((link) => ({
          parent: link.parent === null ? null : (spoken.get(link.parent)?.claim ?? ""),
          stance: link.stance,
          target: link.target,
          at: atOf(link),
        })),
      quotes: one.citations.map(({ spans }) => spans.map(({ quote }) => quote)),
    }));
}

function shapesIn({ claims }: ReadMap): Shape[] {
  const byId = new Map(claims.map((one) => [one.id, one]));
  return claims.map(({ claim, body, places, quotations }) => ({
    claim,
    body: body === null || typeof body === "string" ? body : plainTextOf(body),
    places: places.map(({ parent, stance, target, at }) => ({
      parent: parent === null ? null : (byId.get(parent)?.claim ?? "nowhere"),
      stance,
      target,
      at: at === null ? null : `${at}`,
    })),
    quotes: quotations.map(({ words }) => words),
  }));
}

const sorted = (shapes: Shape[]) => shapes.map((shape) => JSON.stringify(shape)).sort();
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** How a shape looks after what a format cannot say. */
type Loss = (shape: Shape, all: Shape[]) => Shape;
const bodiless: Loss = (shape) => ({ ...shape, body: null });
const claimsAlone: Loss = (shape) => ({
  ...shape,
  places: shape.places.map((place) => ({ ...place, target: "CLAIM", at: null })),
});
const supportsClaims: Loss = (shape) => ({
  ...shape,
  places: shape.places.map((place) => (place.stance === "PRO" ? { ...place, target: "CLAIM", at: null } : place)),
});
const oneOrder: Loss = (shape) => ({
  ...shape,
  places: shape.places.toSorted((a, b) => (`${a.parent}` < `${b.parent}` ? -1 : 1)),
});
const whereAt: Loss = (shape) => ({ ...shape, places: shape.places.map((place) => ({ ...place, at: null })) });

const FORMATS: [string, (snapshot: Snapshot) => string, Loss[]][] = [
  ["json", writeSnapshot, []],
  ["argdown", toArgdown, []],
  ["xaif", toXaif, [bodiless, supportsClaims]],
  ["aif", toAif, [bodiless, supportsClaims]],
  ["sadface", toSadface, [bodiless, whereAt]],
  ["kialo", toKialo, [bodiless, claimsAlone, oneOrder]],
];

describe.each(FORMATS)("a thread written as %s", (name, write, losses) => {
  const lost = (shapes: Shape[]) =>
    sorted(shapes.map((shape) => losses.reduce((left, loss) => loss(left, shapes), shape)));

  async function holds(given: Snapshot) {
    const snapshot = name === "kialo" ? rootedPart(given) : given;
    const expected = shapesOf(snapshot);
    const read = await readMap({ bytes: bytesOf(write(snapshot)) }).catch((error) => {
      if (error.code === "map-empty" && expected.length === 0) return null;
      throw error;
    });
    if (read === null) return;
    expect(read.format).toBe(name);
    expect(lost(shapesIn(read))).toEqual(lost(expected));
  }

  test("is read back with the same claims, stances, relations and words, the seeded debates", async () => {
    for (const snapshot of seeded) await holds(snapshot);
  });

  test("is read back whatever stands in its words", async () => {
    await fc.assert(fc.asyncProperty(hostile, holds), { numRuns: 60 });
  });

  // The slowest to parse, the one with the most nodes, and the one without a parser's help.
  if (["argdown", "xaif", "kialo"].includes(name))
    test("of five thousand claims is read, and one more is refused", async () => {
      const wide = (count: number) => {
        const chain = chainOf(1);
        const [argument, link] = [chain.arguments[0], chain.links[0]];
        if (!argument || !link) throw new Error("the chain is empty");
        const all = Array.from({ length: count }, (_, i) => ({
          ...argument,
          id: `a${i}`,
          number: i + 1,
          citations: argument.citations.map((c) => ({ ...c, id: `c${i}-${c.id}` })),
        }));
        const links = all.map(({ id }, i) => ({
          ...link,
          id: `l${i}`,
          child: id,
          parent: i < 10 ? null : `a${i % 10}`,
        }));
        const whole = { ...chain, arguments: all as Snapshot["arguments"], links };
        return { ...whole, hash: hashOf(whole) };
      };
      expect((await readMap({ bytes: bytesOf(write(wide(5_000))) })).claims).toHaveLength(5_000);
      await expect(readMap({ bytes: bytesOf(write(wide(5_001))) })).rejects.toMatchObject({ code: "map-too-large" });
    }, 30_000);
});
