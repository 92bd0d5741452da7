import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toMarkdown } from "#lib/maps/markdown";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { chainOf } from "./chain";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const ITEM = /^( *)- \[\\#(\d+)\]\(\S+\) (?:\*\*(Pro|Con)(, on the relevance|, on the evidence)?(, granted)?:\*\* )?/;
const TARGETS = { undefined: "CLAIM", ", on the relevance": "RELEVANCE", ", on the evidence": "EVIDENCE" };

/** The links that a reader sees, by indentation and section alone. */
function linksShown(markdown: string): string[] {
  const above: (number | null)[] = [];
  const links: string[] = [];
  for (const line of markdown.split("\n")) {
    const section = /^## (?:Answers to #(\d+)|.*)$/.exec(line);
    if (section) above[0] = section[1] ? Number(section[1]) : null;
    const [, indent, number, stance, target, granted] = ITEM.exec(line) ?? [];
    if (indent === undefined) continue;
    const depth = indent.length / 2;
    above[depth + 1] = Number(number);
    if (!stance) continue;
    const aim = `${stance.toUpperCase()} ${TARGETS[`${target as keyof typeof TARGETS}`]}${granted ? " granted" : ""}`;
    links.push(`${number} → ${above[depth]} ${aim}`);
  }
  return links.sort();
}

function linksOf({ arguments: all, links }: Snapshot): string[] {
  const numbers = new Map(all.map(({ id, number }) => [id, number]));
  return links
    .map(({ child, parent, stance, target, concession }) => {
      const above = parent === null ? null : numbers.get(parent);
      return `${numbers.get(child)} → ${above} ${stance} ${target}${concession ? " granted" : ""}`;
    })
    .sort();
}

const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** What is left of each line when words and escaped signs are gone: all that Markdown could take for markup. */
const markup = (markdown: string) =>
  markdown
    .replace(ESCAPE, "x")
    .split("\n")
    .map((line) => {
      const [opening = ""] = /^ *(?:(?:[-+*>:=~%#]+|\d+[.)])(?: |$))?/.exec(line) ?? [];
      return opening + (line.slice(opening.length).match(/\]\(\S*?\)|[\\*_`[\]<>#&~|$^@{}]/g) ?? []).join("");
    });

/** What is no text of others: addresses, ids, codes, times. */
const KEPT = /^(?:url|id|slug|child|parent|state|stance|target|\w*At|at|publishedOn|hash|sha256)$/;
const CODE = /^(?:ARTICLE|DIGEST)$/;

/** The same thread, in which everybody says nothing but x, in as many paragraphs. */
function hushed<T>(value: T, key = ""): T {
  const hush = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map((one) => hushed(one, key));
    if (typeof inner === "object" && inner !== null) {
      return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, hushed(one, name)]));
    }
    if (typeof inner !== "string" || KEPT.test(key) || CODE.test(inner)) return inner;
    const paragraphs = key === "background" ? inner.split(/\n{2,}/) : ["x"];
    return paragraphs.map((paragraph) => (oneLine(paragraph) === "" ? "" : "x")).join("\n\n");
  };
  return hush(value) as T;
}

describe("a thread as Markdown", () => {
  test.each(seedThreads.map((thread) => [thread.slug, thread] as const))("%s: nothing is lost", (_, thread) => {
    const snapshot = snapshotOf(seedView(thread), seedSources, taking);
    const markdown = toMarkdown(snapshot);
    const lines = markdown.split("\n");
    expect(linksShown(markdown)).toEqual(linksOf(snapshot));
    expect(lines[0]).toBe(`# ${thread.question}`);
    expect(lines.filter((line) => line.startsWith("## "))).toEqual(["## Pro", "## Con", "## Sources", "## This copy"]);
    const quoted = lines.filter((line) => /^ *> “/.test(line));
    expect(quoted).toHaveLength(1 + snapshot.arguments.flatMap(({ citations }) => citations).length);
    const places = lines.filter((line) => /^ *> — /.test(line));
    expect(places).toHaveLength(quoted.length);
    for (const place of places) expect(place).toMatch(/, digest, paragraph 2, version 1$/);
    const words = markdown.replace(ESCAPE, "$1");
    for (const { claim, tombstone } of snapshot.arguments) expect(words).toContain(claim ?? tombstone?.reason);
    for (const { sha256 } of snapshot.sources.flatMap(({ versions }) => versions)) expect(words).toContain(sha256);
    expect(words.trimEnd().split("\n").at(-1)).toContain(snapshot.hash);
  });

  test("hostile words bring no markup in, and read as they were written", () => {
    fc.assert(
      fc.property(hostileThread, ({ view, sources }) => {
        const bare = { ...view, arguments: view.arguments.map((one) => ({ ...one, body: null })) };
        const snapshot = snapshotOf(bare, sources, taking);
        const markdown = toMarkdown(snapshot);
        expect(markup(markdown)).toEqual(markup(toMarkdown(hushed(snapshot))));
        expect(linksShown(markdown)).toEqual(linksOf(snapshot));
        const words = markdown.replace(ESCAPE, "$1");
        for (const { claim, citations } of snapshot.arguments) {
          expect(words).toContain(oneLine(claim ?? ""));
          for (const { spans } of citations) for (const { quote } of spans) expect(words).toContain(oneLine(quote));
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    );
  }, 30_000);

  test("what is nested too deep goes on in a section of its own", () => {
    const snapshot = chainOf(30);
    const markdown = toMarkdown(snapshot);
    expect(linksShown(markdown)).toEqual(linksOf(snapshot));
    expect(markdown).toContain("## Answers to #12\n");
    expect(Math.max(...markdown.split("\n").map((line) => line.search(/\S/)))).toBeLessThan(30);
  });

  test("an elaboration stands inside its argument, line by line", () => {
    const snapshot = chainOf(2, "First, <b>this</b>.\n\n1. then [that](javascript:a)\nand more");
    const lines = toMarkdown(snapshot).split("\n");
    const at = lines.findIndex((line) => line.includes("First,") && line.startsWith("    "));
    expect(lines.slice(at, at + 4)).toEqual([
      "    First, \\<b\\>this\\</b\\>.",
      "",
      "    1\\. then \\[that\\](javascript:a)\\",
      "    and more",
    ]);
  });
});
