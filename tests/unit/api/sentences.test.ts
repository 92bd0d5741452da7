/** Every code with which lib/ can refuse has a sentence, and every sentence can be said with the values it gets. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkSentence, hasSentence } from "#lib/sentence";
import messages from "#messages/en" with { type: "json" };

const CODE = '"([a-z]+(?:-[a-z]+)*)"';
/** How a code is written where it is used: in a verdict, a refusal, a schema's message. */
const WAYS = [
  new RegExp(`\\bno\\(\\s*${CODE}`, "g"),
  new RegExp(`new (?:Refused|DocumentError)\\(\\s*${CODE}`, "g"),
  new RegExp(`\\berror: ${CODE}`, "g"),
  new RegExp(`\\.(?:max|min|regex|date|refine|enum|array)\\((?:[^"]*, |\\[[^\\]]*\\], )?${CODE}\\)`, "g"),
];

/** Where a file lists codes, or puts one in a way of its own: the part of its text in which every quoted word is one. */
const LISTS: [string, RegExp][] = [
  ["lib/api/request.ts", /new Unfit\([^;]*/g],
  ["lib/pages/guard.ts", /type Refusal =[^;]+;/g],
  ["lib/refusal.ts", /^ {2}"?\w+"?: "[a-z-]+",$/gm],
  ["lib/sources/quotation.ts", /code: (?:"[a-z-]+"(?: \| )?)+/g],
  ["lib/sources/quotation.ts", /type SpansMisfit = [^;]+;/g],
  ["lib/text/document.ts", /"body-[a-z-]+"/g],
  ["lib/text/document-shape.ts", /"body-[a-z-]+"/g],
  ["lib/text/schema.ts", /(?:return|\?) "[a-z-]+"/g],
  ["lib/users/handles.ts", /"handle-[a-z-]+"/g],
];

/** Without comments, and without the room of formats, which refuses files in a way of its own. */
const files = globSync("lib/**/*.ts")
  .filter((path) => !path.startsWith("lib/maps/"))
  .map((path) => ({ path, text: readFileSync(path, "utf8").replace(/\/\*\*.*?\*\//gs, "") }));
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? "";

const written = new Map<string, string>();
for (const { path, text } of files) {
  for (const way of WAYS) for (const [, code] of text.matchAll(way)) written.set(code as string, path);
}
for (const [path, list] of LISTS) {
  for (const [part] of textOf(path).matchAll(list)) {
    for (const [, code] of part.matchAll(/"([a-z]+(?:-[a-z]+)+|blank)"/g)) written.set(code as string, path);
  }
}
for (const state of ["pending", "withdrawn", "removed"]) written.set(`parent-${state}`, "lib/arguments/policy.ts");
// The name of a field that citations have, as an error's place.
written.delete("quote");

test("the codes are found, in each way in which they are written", () => {
  const known = ["thread-locked", "own-argument", "not-text", "too-many-citations", "bad-date", "bad-choice"];
  known.push("not-json", "body-too-large", "link-closes-circle", "quote-ambiguous", "spans-overlap", "body-too-long");
  known.push("too-many-marks", "handle-reserved", "busy", "no-citation");
  expect(known.filter((code) => !written.has(code) && code !== "busy")).toEqual([]);
  expect(written.size).toBeGreaterThan(80);
});

test("every code has a sentence", () => {
  const silent = [...written].filter(([code]) => !hasSentence(code)).map(([code, path]) => `${path}: ${code}`);
  expect(silent).toEqual([]);
  expect(
    ["busy", "database-unavailable", "missing", "fault", "field-unfit"].filter((code) => !hasSentence(code)),
  ).toEqual([]);
});

test("wherever a code is used, it brings the values that its sentence asks for", () => {
  const wanting = Object.entries(messages.refusals).flatMap(([code, said]) =>
    Array.from(said.matchAll(/\{(\w+)[,}]/g), ([, name]) => name as string).flatMap((name) =>
      files
        .filter(({ path }) => !path.startsWith("lib/pages/") && path !== "lib/verdict.ts")
        .flatMap(({ path, text }) =>
          Array.from(text.matchAll(new RegExp(`"${code}"[^;]*`, "g")), ([use]) => ({ path, use })),
        )
        .filter(({ use }) => !new RegExp(`\\b${name}\\b`).test(use))
        .map(({ path }) => `${path}: ${code} without ${name}`),
    ),
  );
  expect(wanting).toEqual([]);
});

test("a sentence begins with a capital and ends with a full stop", () => {
  const all = [...Object.entries(messages.refusals), ...Object.entries(messages.checks)];
  expect(all.filter(([, said]) => !/^[A-Z“].*[.]$/s.test(said))).toEqual([]);
});

test("before anything is sent, nothing is said of what was stored or lost", () => {
  const ofQuotations = [...written]
    .filter(([, path]) => /sources\/(?:quotation|citing)/.test(path))
    .map(([code]) => code);
  // What is cited twice is seen when all passages are sent, not while each is checked by itself.
  const checked = ofQuotations.filter((code) => code !== "cited-twice");
  expect(checked.length).toBeGreaterThan(10);
  expect(checked.filter((code) => !(code in messages.checks))).toEqual([]);
  expect(Object.keys(messages.checks).filter((code) => !hasSentence(code))).toEqual([]);
  const named = JSON.stringify([messages.checks, messages.refusals]).matchAll(/\{(\w+)/g);
  const values = Object.fromEntries([...named].map(([, name]) => [name, 2]));
  const said = Object.keys(messages.checks).map((code) => checkSentence({ code, values }));
  expect(said.filter((one) => /stored|lost|wrote|Nothing was/.test(one))).toEqual([]);
});
