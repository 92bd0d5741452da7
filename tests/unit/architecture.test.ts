/** The referee of the house: where code lives, which way imports point, and what a door and a verb must do. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

interface Source {
  path: string;
  text: string;
  /** Project files by path from the root, packages by name. */
  imports: string[];
}

const sources: Source[] = globSync("{app,components,lib}/**/*.{ts,tsx}").sort().map(read);
const within = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

function read(path: string): Source {
  const text = readFileSync(path, "utf8");
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/g);
  return { path, text, imports: [...found].map(([, plain, lazy]) => resolve(path, (plain ?? lazy) as string)) };
}

function resolve(from: string, name: string): string {
  if (name.startsWith("#components/")) return `${name.slice(1)}.tsx`;
  if (name.startsWith("#messages/")) return `${name.slice(1)}.json`;
  if (name.startsWith("#")) return `${name.slice(1)}.ts`;
  if (!name.startsWith(".")) return name;
  const path = relative(".", join(dirname(from), name));
  return existsSync(path) ? path : (["ts", "tsx"].map((end) => `${path}.${end}`).find(existsSync) ?? path);
}

/** Rooms in their order: a room may import those before it. Those in one list are neighbours and don't. */
const ROOMS = [
  ["text"],
  ["users"],
  ["sources"],
  ["threads"],
  ["arguments"],
  ["maps", "moderation", "notices", "search", "visits", "weighing"],
  ["classes"],
  ["lti"],
  ["api", "feeds"],
  ["live"],
];
/** Whoever acts records, asks for work and writes letters; the page store is told by the hall. They import no room. */
const FREE = ["events", "pages", "queue", "mail"];
const order = (room: string) => ROOMS.findIndex((rooms) => rooms.includes(room));
const roomOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;

const violations = (pairs: [string, string][]) => pairs.map(([from, to]) => `${from} → ${to}`);

describe("imports", () => {
  it("point from a room to itself and to earlier rooms", () => {
    const wrong = within("lib").flatMap(({ path, imports }): [string, string][] => {
      const room = roomOf(path);
      if (room === null || FREE.includes(room)) return [];
      return imports
        .filter((to) => to.startsWith("lib/"))
        .filter((to) => {
          const other = roomOf(to);
          if (other === null || other === room || FREE.includes(other)) return false;
          return order(other) >= order(room);
        })
        .map((to) => [path, to]);
    });
    expect(violations(wrong)).toEqual([]);
  });

  it("lead from components to no query, verb or database", () => {
    const wrong = within("components").flatMap(({ path, imports }): [string, string][] =>
      imports
        .filter((to) => /^lib\/.*(queries|commands)|^lib\/db\.ts$|^prisma\/generated\/client/.test(to))
        .map((to) => [path, to]),
    );
    expect(violations(wrong.filter(([path, to]) => !isTypeOnly(path, to)))).toEqual([]);
  });

  it("lead from pages to no verb and no database, and from lib to nothing above it", () => {
    const up = within("lib").flatMap(({ path, imports }): [string, string][] =>
      imports.filter((to) => /^(app|components)\//.test(to)).map((to) => [path, to]),
    );
    const down = within("app")
      .filter(({ path }) => !path.startsWith("app/api/"))
      .flatMap(({ path, imports }): [string, string][] =>
        imports.filter((to) => /commands|^lib\/db\.ts$/.test(to)).map((to) => [path, to]),
      );
    expect(violations([...up, ...down])).toEqual([]);
  });

  it("bring Next into lib through its doors alone", () => {
    const door = /\/actions\.ts$|^lib\/(action|auth|door|session|words)\.ts$|^lib\/pages\//;
    const wrong = within("lib").flatMap(({ path, imports }): [string, string][] =>
      door.test(path) ? [] : imports.filter((to) => /^next(-auth)?(\/|$)/.test(to)).map((to) => [path, to]),
    );
    expect(violations(wrong)).toEqual([]);
  });

  it("form no circle between files", () => {
    const graph = new Map(sources.map(({ path, imports }) => [path, imports]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, above: string[]) => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(" → "));
      if (done.has(path) || above.includes(path)) return;
      for (const next of graph.get(path) ?? []) walk(next, [...above, path]);
      done.add(path);
    };
    for (const path of graph.keys()) walk(path, []);
    expect(circles.filter((circle) => !circle.split(" → ").every((path) => typesAlone(path, circle)))).toEqual([]);
  });
});

/** Whether every import of the target in the file is of types. */
function isTypeOnly(path: string, to: string): boolean {
  const stem = basename(to).replace(/\.\w+$/, "");
  const lines = readFileSync(path, "utf8").match(new RegExp(`import [^;]*?/${stem}"`, "g")) ?? [];
  return lines.every((line) => line.startsWith("import type"));
}

function typesAlone(path: string, circle: string): boolean {
  const chain = circle.split(" → ");
  const next = chain[chain.indexOf(path) + 1];
  return next === undefined || isTypeOnly(path, next);
}

describe("names", () => {
  it("say something: no folder or file of leftovers", () => {
    const wrong = sources
      .map(({ path }) => path)
      .filter((path) =>
        /(^|\/)(utils?|helpers?|hooks|types|constants|services?|managers?|misc|common|shared|index)(\/|\.tsx?$)/.test(
          path,
        ),
      );
    expect(wrong).toEqual([]);
  });

  it("of verbs are the user's own words", () => {
    const wrong = within("lib").flatMap(({ path, text }) =>
      [...text.matchAll(/export (?:async )?function ((?:create|update|handle|process|manage)[A-Z]\w*)/g)].map(
        ([, name]) => `${path}: ${name}`,
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("doors and verbs", () => {
  it("every export of a room's actions is made by action(...)", () => {
    const wrong = sources
      .filter(({ path }) => path.endsWith("/actions.ts"))
      .flatMap(({ path, text }) => [
        ...(/^"use server";/.test(text) ? [] : [`${path}: no "use server"`]),
        ...[...text.matchAll(/^export (?!const \w+ = action\()(?!type|interface).*/gm)].map(
          ([line]) => `${path}: ${line}`,
        ),
      ]);
    expect(wrong).toEqual([]);
  });

  it('"use server" stands nowhere else', () => {
    expect(
      sources
        .filter(({ path, text }) => text.includes('"use server"') && !path.endsWith("/actions.ts"))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it("every exported verb runs in a transaction, asks, and records", () => {
    const wrong = sources
      .filter(({ path }) => /^lib\/\w+\/commands(\.ts|\/)/.test(path))
      .flatMap(({ path, text }) => {
        const verbs = text
          .split(/^(?=export async function )/m)
          .filter((part) => /^export async function .*(viewer|person|actor)/is.test(part) && /transact\(/.test(part));
        // What is done within another's transaction, by a function named so, asks and records there.
        return verbs
          .filter((verb) => !/transact\(.*\b(?:open|import)In\(tx, viewer/s.test(verb))
          .filter((verb) => !(/record(?:All)?\(/.test(verb) && /must\(|Refused\(|reach\w+\(/.test(verb)))
          .map((verb) => `${path}: ${/function (\w+)/.exec(verb)?.[1]}`);
      });
    expect(wrong).toEqual([]);
  });

  it("a page fetches and composes in under sixty lines", () => {
    const wrong = within("app")
      .filter(({ path, text }) => basename(path) === "page.tsx" && text.split("\n").length > 60)
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it("no file outgrows one idea: 250 lines", () => {
    expect(
      sources
        .filter(({ text }) => text.split("\n").length > 250)
        .map(({ path, text }) => `${path}: ${text.split("\n").length}`),
    ).toEqual([]);
  });

  it("lib holds no markup", () => {
    expect(
      within("lib")
        .filter(({ path }) => path.endsWith(".tsx"))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("sheets", () => {
  it("ask of the whole page by its children alone: else each answer that is put in is a search through all of it", () => {
    const wrong = globSync("{app,components}/**/*.css").flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/^.*(?::root|html|body|\.page):has\((?!>).*$/gm)].map(
        ([line]) => `${path}: ${line.trim()}`,
      ),
    );
    expect(wrong).toEqual([]);
  });
});
