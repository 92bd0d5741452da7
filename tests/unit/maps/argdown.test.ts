import { argdown } from "@argdown/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toArgdown } from "#lib/maps/argdown";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { plainTextOf } from "#lib/text/document";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

type Member = { text?: string; data?: Record<string, unknown> };
interface Parsed {
  lexerErrors: unknown[];
  parserErrors: unknown[];
  exceptions?: unknown[];
  frontMatter: Record<string, unknown>;
  statements: Record<string, Member & { members: Member[] }>;
  arguments: Record<string, Member & { members: Member[] }>;
  relations?: { relationType: string; from: { title: string }; to: { title: string } }[];
}

const parsed = (input: string) =>
  argdown.run({ input, process: ["parse-input", "build-model"], logLevel: "silent" }) as unknown as Parsed;

/** What Argdown finds, said in the snapshot's ids. */
function found(input: string) {
  const { lexerErrors, parserErrors, exceptions = [], arguments: all, relations = [], statements } = parsed(input);
  const idOf = (title: string) => all[title]?.data?.id ?? (title in statements ? null : `unknown ${title}`);
  return {
    errors: [...lexerErrors, ...parserErrors, ...exceptions],
    statements: Object.keys(statements).length,
    arguments: Object.values(all)
      .map(({ data }) => data?.id)
      .sort(),
    relations: relations
      .map(({ from, relationType, to }) => `${idOf(from.title)} ${relationType} ${idOf(to.title)}`)
      .sort(),
  };
}

function wanted({ arguments: all, links }: Snapshot) {
  const kind = (stance: string, target: string) =>
    stance === "PRO" ? "support" : target === "CLAIM" ? "attack" : "undercut";
  return {
    errors: [],
    statements: 1,
    arguments: all.map(({ id }) => id).sort(),
    relations: links.map(({ child, parent, stance, target }) => `${child} ${kind(stance, target)} ${parent}`).sort(),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

describe("a thread as Argdown", () => {
  test.each(seedThreads.map((thread) => [thread.slug, thread] as const))(
    "%s: Argdown's own parser finds every argument and every link, and no more",
    (_, thread) => {
      const snapshot = snapshotOf(seedView(thread), seedSources, taking);
      expect(snapshot.arguments.length).toBeGreaterThan(20);
      expect(found(toArgdown(snapshot))).toEqual(wanted(snapshot));
    },
  );

  test("hostile words change neither arguments nor links, and come out as they went in", () => {
    fc.assert(
      fc.property(hostileThread, ({ view, sources }) => {
        const snapshot = snapshotOf(view, sources, taking);
        const text = toArgdown(snapshot);
        expect(found(text)).toEqual(wanted(snapshot));
        const { arguments: all, frontMatter, statements } = parsed(text);
        const byId = new Map(Object.values(all).map((one) => [one.data?.id, one]));
        for (const { id, claim, citations, body } of snapshot.arguments) {
          const one = byId.get(id);
          if (claim !== null) expect(one?.members.flatMap((m) => m.text?.trim() || [])).toEqual([oneLine(claim)]);
          expect(one?.data?.body).toBe(body === null ? undefined : plainTextOf(body));
          expect(one?.data?.citations).toMatchObject(
            citations.map(({ source, spans }) => ({
              title: source.title,
              start: spans[0]?.start,
              end: spans.at(-1)?.end,
            })),
          );
        }
        expect(frontMatter).toMatchObject({ title: view.question, hash: snapshot.hash });
        expect(Object.values(statements)[0]?.data).toMatchObject({ thesis: view.thesis, url: snapshot.thread.url });
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    );
  }, 30_000);

  test("a chain deeper than Argdown's parser can nest is found whole", () => {
    const snapshot = chainOf(400);
    expect(found(toArgdown(snapshot))).toEqual(wanted(snapshot));
  });
});
