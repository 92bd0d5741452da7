import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf, type Snapshot, snapshotSchema } from "#lib/maps/snapshot";
import { readSnapshot, writeSnapshot } from "#lib/maps/snapshot-file";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const snapshots = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const first = snapshots[0] as Snapshot;

const read = (json: string) => {
  const reading = readSnapshot(json);
  return "snapshot" in reading ? reading.snapshot : reading.refused;
};

/** A snapshot with something changed and its hash made to fit, as a forger would. */
function forged(change: (copy: Snapshot) => void): string {
  const copy = structuredClone(first);
  change(copy);
  return writeSnapshot({ ...copy, hash: hashOf(copy) });
}

const span = {
  start: 3,
  end: 25,
  quote: "Sunday hours cost 1½ 🦉",
  prefix: "“",
  suffix: "",
  paragraph: 1,
  gapWords: 0,
};
const passage = { source: { slug: "pay", title: "Pay scale", kind: "ARTICLE" as const }, version: 2, spans: [span] };

/** A small thread, written out. */
const small: Snapshot = {
  format: "grounds-thread",
  version: 1,
  exportedAt: "2026-11-22T12:00:00.000Z",
  hash: "",
  thread: {
    url: "https://forum.example/t/sundays",
    slug: "sundays",
    question: "Should the city library open on Sundays?",
    thesis: null,
    topic: null,
    background: null,
    raisedBy: { ...passage, before: "", after: "." },
    openedAt: "2026-11-20T10:00:00.000Z",
    locked: false,
    dropped: { afterHours: 24, laterArguments: 3 },
  },
  arguments: [
    {
      id: "a1",
      number: 1,
      url: "https://forum.example/a/a1",
      state: "VISIBLE",
      author: { handle: "zoe", name: "Zoë" },
      postedAt: "2026-11-20T11:00:00.000Z",
      claim: "It costs too much.",
      body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Half as much again." }] }] },
      citations: [{ id: "c1", ...passage, before: "", after: ".", state: "VERBATIM" }],
      revision: 1,
      revisedAfterAnswers: false,
      marks: [],
      tombstone: null,
    },
  ],
  links: [
    {
      id: "l1",
      child: "a1",
      parent: null,
      stance: "CON",
      target: "CLAIM",
      targetCitation: null,
      targetLink: null,
      concession: false,
      startedAt: "2026-11-20T11:00:00.000Z",
    },
  ],
  sources: [
    {
      slug: "pay",
      url: "https://forum.example/s/pay",
      title: "Pay scale",
      kind: "ARTICLE",
      rights: "OPEN",
      outlet: null,
      byline: null,
      publishedOn: "2025-02-04",
      address: "https://example.org/pay",
      versions: [{ number: 2, sha256: "2".repeat(64) }],
    },
  ],
};

describe("a snapshot", () => {
  test.each(snapshots.map((snapshot) => [snapshot.thread.slug, snapshot] as const))(
    "%s: written, read and written again, the bytes are the same",
    (_, snapshot) => {
      const written = writeSnapshot(snapshot);
      expect(read(written)).toEqual(snapshot);
      expect(writeSnapshot(read(written) as Snapshot)).toBe(written);
    },
  );

  test("keeps hostile words as they are", () => {
    fc.assert(
      fc.property(hostileThread, ({ view, sources }) => {
        const snapshot = snapshotOf(view, sources, taking);
        const written = writeSnapshot(snapshot);
        expect(read(written)).toEqual(snapshot);
        expect(writeSnapshot(read(written) as Snapshot)).toBe(written);
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    );
  }, 30_000);

  test("has the hash that it always had: other people have cited it", () => {
    expect(hashOf(small)).toBe("d4eb2e9b5726b16357290b3ea86e2db3a9d7980f933f96cecd8c9025658707ba");
    expect(read(writeSnapshot({ ...small, hash: hashOf(small) }))).toMatchObject({ thread: small.thread });
  });

  test("has a hash of what it says, not of when or in which order it was taken", () => {
    const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    const turned = { ...view, arguments: view.arguments.toReversed(), links: view.links.toReversed() };
    const later = { ...taking, exportedAt: "2027-01-01T00:00:00.000Z" };
    expect(snapshotOf(turned, seedSources.toReversed(), later).hash).toBe(first.hash);
    const reworded = { ...view, question: `${view.question} ` };
    expect(snapshotOf(reworded, seedSources, taking).hash).not.toBe(first.hash);
  });

  test("names the sources and versions that are quoted, and no others", () => {
    expect(first.sources.map(({ slug, versions }) => [slug, versions.map(({ number }) => number)])).toEqual([
      ["convicts-under-deal", [1]],
      ["inside-cecot", [1]],
    ]);
    expect(first.sources[0]?.url).toBe("https://forum.example/s/convicts-under-deal");
  });

  test("cannot be taken without a source that is quoted", () => {
    const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    expect(() => snapshotOf(view, [], taking)).toThrow(/is quoted and was not given/);
  });
});

describe("reading a snapshot", () => {
  test.each([
    ["what is no JSON", "{", "not-json"],
    ["brackets without end", "[".repeat(100_000), "not-json"],
    ["another format", "{}", "not-a-snapshot"],
    ["a later version", forged((copy) => Object.assign(copy, { version: 2 })), "not-a-snapshot"],
    ["a member it does not know", forged((copy) => Object.assign(copy.thread, { email: "x" })), "not-a-snapshot"],
    ["an argument without a citation", forged(({ arguments: [one] }) => one?.citations.splice(0)), "not-a-snapshot"],
    [
      "a tombstone with words",
      forged((copy) => Object.assign(copy.arguments[0] ?? {}, { state: "REMOVED" })),
      "not-a-snapshot",
    ],
    ["an address that runs", forged((copy) => Object.assign(copy.thread, { url: "javascript:a" })), "not-a-snapshot"],
    [
      "a body that is no document",
      forged((copy) => Object.assign(copy.arguments[0] ?? {}, { body: { type: "iframe" } })),
      "not-a-snapshot",
    ],
    ["a word that was changed afterwards", writeSnapshot(first).replace("lawful", "awful"), "changed"],
    [
      "an answer to nobody",
      forged(({ links: [one] }) => Object.assign(one ?? {}, { parent: "nobody" })),
      "inconsistent",
    ],
    [
      "an argument that stands twice",
      forged((copy) => copy.arguments.push(...copy.arguments.slice(0, 1))),
      "inconsistent",
    ],
    ["a quotation from no source", forged((copy) => copy.sources.splice(0, 1)), "inconsistent"],
    [
      "a digest shown as an article",
      forged((copy) => Object.assign(copy.sources[0] ?? {}, { kind: "ARTICLE" })),
      "inconsistent",
    ],
    [
      "arguments that answer each other in a circle",
      forged(({ arguments: [a, b], links: [one, two] }) => {
        Object.assign(one ?? {}, { child: a?.id, parent: b?.id });
        Object.assign(two ?? {}, { child: b?.id, parent: a?.id });
      }),
      "inconsistent",
    ],
  ])("refuses %s", (_, json, code) => {
    expect(read(json)).toBe(code);
  });

  test("describes itself: the schema takes what a snapshot is", () => {
    expect(snapshotSchema.safeParse(first).success).toBe(true);
  });
});
