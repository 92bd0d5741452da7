import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesOf } from "#lib/arguments/tree";
import { toMarkdown } from "#lib/maps/markdown";
import { select } from "#lib/maps/selection";
import { hashOf, type Snapshot } from "#lib/maps/snapshot";
import { readSnapshot, writeSnapshot } from "#lib/maps/snapshot-file";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const [whole] = seeded as [Snapshot];
const numbers = ({ arguments: all }: Snapshot) => all.map(({ number }) => number);

describe("a part of a snapshot", () => {
  test("is the whole itself where nothing is narrowed", () => {
    expect(select(whole, {})).toBe(whole);
    expect(select(whole, { branch: null, depth: null, stance: null, pseudonyms: false })).toBe(whole);
  });

  test("has a hash of its own, says what it is, and is read again", () => {
    fc.assert(
      fc.property(
        hostileThread,
        fc.record({
          depth: fc.option(fc.nat(3).map((d) => d + 1)),
          stance: fc.constantFrom("PRO", "CON", null),
          pseudonyms: fc.boolean(),
        }),
        ({ view, sources }, wanted) => {
          const snapshot = snapshotOf(view, sources, taking);
          const part = select(snapshot, wanted) as Snapshot;
          expect(part.hash).toBe(hashOf(part));
          expect(readSnapshot(writeSnapshot(part))).toEqual({ snapshot: part });
        },
      ),
      { numRuns: 100 },
    );
  });

  test("as a branch holds the argument, all below it, and the line above up to the question", () => {
    const places = placesOf(whole);
    const deep = whole.arguments.find(
      ({ id }) => places.get(id)?.turn === 2 && whole.links.some(({ parent }) => parent === id),
    );
    const part = select(whole, { branch: deep?.number }) as Snapshot;
    expect(numbers(part)).toContain(deep?.number);
    expect(part.arguments.length).toBeLessThan(whole.arguments.length);
    const lineOf = (id: string): string[] => {
      const parent = places.get(id)?.link.parent;
      return parent ? [id, ...lineOf(parent)] : [id];
    };
    const above = lineOf(deep?.id ?? "");
    const wanted = whole.arguments.filter(({ id }) => above.includes(id) || lineOf(id).includes(deep?.id ?? ""));
    expect(numbers(part)).toEqual(numbers({ ...whole, arguments: wanted }));
    expect(select(whole, { branch: 9_999 })).toBeNull();
    expect(toMarkdown(part)).toContain(`the branch of #${deep?.number}`);
  });

  test("as a depth holds no deeper answers, as a stance those branches alone; together they are the whole", () => {
    const places = placesOf(whole);
    const top = select(whole, { depth: 1 }) as Snapshot;
    expect(top.arguments.every(({ id }) => places.get(id)?.turn === 1)).toBe(true);
    const sides = (["PRO", "CON"] as const).flatMap((stance) => numbers(select(whole, { stance }) as Snapshot));
    expect(sides.sort((a, b) => a - b)).toEqual(numbers(whole));
  });
});

describe("a copy without names", () => {
  test("holds nobody's name or handle, and no time of day", () => {
    const part = select(whole, { pseudonyms: true }) as Snapshot;
    const people = new Set(whole.arguments.flatMap(({ author }) => [author.handle, author.name]));
    expect(people.size).toBeGreaterThan(4);
    for (const { author, postedAt, marks } of part.arguments) {
      for (const { handle, name } of [author, ...marks.map(({ by }) => by)])
        expect([people.has(handle), people.has(name)]).toEqual([false, false]);
      expect(postedAt).toMatch(/T00:00:00\.000Z$/);
    }
    expect([...placesOf(part)].map(([id, { link }]) => [id, link.id])).toEqual(
      [...placesOf(whole)].map(([id, { link }]) => [id, link.id]),
    );
  });

  test("cannot be laid beside another: the names are drawn anew", () => {
    const names = () =>
      (select(whole, { pseudonyms: true }) as Snapshot).arguments.map(({ author }) => author.name).join();
    expect(new Set(Array.from({ length: 20 }, names)).size).toBeGreaterThan(15);
  });

  test("gives one person one name", () => {
    const part = select(whole, { pseudonyms: true }) as Snapshot;
    const pairs = new Map(whole.arguments.map(({ author }, i) => [author.handle, part.arguments[i]?.author.handle]));
    for (const [i, { author }] of whole.arguments.entries())
      expect(part.arguments[i]?.author.handle).toBe(pairs.get(author.handle));
    expect(new Set(pairs.values()).size).toBe(pairs.size);
  });
});
