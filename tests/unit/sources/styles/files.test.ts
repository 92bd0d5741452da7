import { describe, expect, test } from "vitest";
import type { CslItem } from "#lib/sources/csl";
import { bibtex } from "#lib/sources/styles/bibtex";
import { ris } from "#lib/sources/styles/ris";
import { BOOK, DIGEST, HERALD, JOURNAL, PAY, SURVEY } from "./works.ts";

/** What a title may try: to end its field, its entry or its line, to be a command, a comment or a tag. */
const HOSTILE = [
  "}, note = {gone}}\n@misc{other, title = {x}",
  "lone { brace and lone } brace",
  "}{",
  "50% of $5 & #1 at a_b~c^d \\input{/etc/passwd} \\",
  "one\r\nER  - \r\nTY  - BOOK\r\nTI  - two",
  "one\u2028ER  - \u0085TI  - two\vthree\fAU  - x",
  'quotes " and @ and commas, and “more”',
  "“curly” and 😀 and é",
];

const WORKS = [SURVEY, HERALD, JOURNAL, PAY, BOOK, DIGEST];

interface Entry {
  kind: string;
  key: string;
  fields: Map<string, string>;
}

/** Reads BibTeX as BibTeX does: braces are counted, whatever stands before them. Throws where they do not fit. */
function readBibtex(file: string): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at ${at}: ${file.slice(at, at + 40)}`);
  };
  const take = (pattern: RegExp): string => {
    const [all = fail(String(pattern)), part = ""] = new RegExp(pattern.source, "y").exec(file.slice(at)) ?? [];
    at += all.length;
    return part;
  };
  const value = (): string => {
    take(/\{/);
    const start = at;
    for (let depth = 1; depth > 0; at += 1) {
      if (at >= file.length) fail("an open brace");
      if (file[at] === "{") depth += 1;
      if (file[at] === "}") depth -= 1;
    }
    return file.slice(start, at - 1);
  };
  while (file.slice(at).trim() !== "") {
    const kind = take(/\s*@(\w+)\{/);
    const key = take(/([\w:-]+),\s*/);
    const fields = new Map<string, string>();
    while (file[at] !== "}") {
      const name = take(/(\w+)\s*=\s*/);
      if (fields.has(name)) fail(`a second ${name}`);
      fields.set(name, value());
      take(/,\s*/);
    }
    at += 1;
    entries.push({ kind, key, fields });
  }
  return entries;
}

const SIGNS: Record<string, string> = {
  textbackslash: "\\",
  textbraceleft: "{",
  textbraceright: "}",
  textasciitilde: "~",
  textasciicircum: "^",
};

/** Typesets a value: bare specials, which TeX would obey, are a fault. */
function typeset(text: string): string {
  return text.replace(/\\(text\w+)\{\}|\\([$&#%_])|([\\$&#%_~^])|[{}]/g, (_all, command, sign, bare) => {
    if (bare) throw new SyntaxError(`a bare ${bare}`);
    return command ? (SIGNS[command] ?? `?${command}`) : (sign ?? "");
  });
}

type Line = [tag: string, value: string];

/** Reads RIS with a line's end wherever some reader sees one. Throws on a line that is none. */
function readRis(file: string): Line[][] {
  const records: Line[][] = [];
  let open: Line[] | null = null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines for some readers
  for (const line of file.split(/\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]/).slice(0, -1)) {
    const [, tag = "", text = ""] = /^([A-Z][A-Z0-9]) {2}- (.*)$/s.exec(line) ?? [];
    if (tag === "") throw new SyntaxError(`no tag: ${line}`);
    if ((tag === "TY") !== (open === null)) throw new SyntaxError(`${tag} out of place`);
    if (tag === "ER") {
      records.push(open ?? []);
      open = null;
    } else {
      open ??= [];
      open.push([tag, text]);
    }
  }
  if (open) throw new SyntaxError("an open record");
  return records;
}

const flat = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

describe("BibTeX", () => {
  test("has the golden entry", () => {
    expect(bibtex([SURVEY])).toBe(`@online{moss2025,
  author  = {Moss, Ada},
  title   = {{Library use survey 2025}},
  organization = {Example Press},
  date    = {2025-03-02},
  url     = {https://example.org/survey},
  urldate = {2026-11-20},
}
`);
  });

  test("is read back with a kind, a key and the fields of each work", () => {
    const entries = readBibtex(bibtex(WORKS));
    expect(entries.map(({ kind, key }) => [kind, key])).toEqual([
      ["online", "moss2025"],
      ["article", "lund2026"],
      ["article", "berg2024"],
      ["report", "council2025"],
      ["book", "vik2019"],
      ["online", "inside"],
    ]);
    const [, herald, journal, pay, book, digest] = entries.map(({ fields }) => Object.fromEntries(fields));
    expect(herald).toMatchObject({ author: "Lund, Per and Ek, Eva", journaltitle: "City Herald", date: "2026-01-09" });
    expect(journal).toMatchObject({ volume: "12", number: "3", pages: "45--67", doi: "10.1000/xyz", date: "2024" });
    expect(pay).toMatchObject({ author: "{City Council}", institution: "City Council" });
    expect(book).toMatchObject({ publisher: "North Press", location: "Oslo" });
    expect(digest).toEqual({
      title: `{${DIGEST.title}}`,
      url: "https://forum.example/s/inside",
      urldate: "2026-11-20",
      note: "Digest",
    });
  });

  test.each(HOSTILE)("a hostile title, outlet and name come back as they were: %j", (text) => {
    const work: CslItem = {
      ...HERALD,
      title: text,
      "container-title": text,
      author: [{ literal: text }, { family: text }],
      URL: "https://example.org/{a}?b=%20\\c",
    };
    const entries = readBibtex(bibtex([work, BOOK]));
    expect(entries).toHaveLength(2);
    const fields = entries[0]?.fields;
    expect(typeset(fields?.get("title") ?? "")).toBe(flat(text));
    expect(typeset(fields?.get("journaltitle") ?? "")).toBe(flat(text));
    expect(typeset(fields?.get("author") ?? "")).toBe(`${flat(text)} and ${flat(text)}`);
    expect(fields?.get("url")).toBe("https://example.org/%7Ba%7D?b=%20%5Cc");
  });
});

describe("RIS", () => {
  test("has the golden record, and a carriage return at each line's end", () => {
    expect(ris([SURVEY])).toBe(
      `TY  - ELEC
AU  - Moss, Ada
PY  - 2025
DA  - 2025/03/02
TI  - Library use survey 2025
T2  - Example Press
UR  - https://example.org/survey
Y2  - 2026/11/20
LA  - en
ER  - 
`.replaceAll("\n", "\r\n"),
    );
  });

  test("is read back, a record a work", () => {
    const records = readRis(ris(WORKS));
    expect(records.map(([first]) => first?.[1])).toEqual(["ELEC", "NEWS", "JOUR", "RPRT", "BOOK", "NEWS"]);
    expect(records[1]?.filter(([tag]) => tag === "AU")).toEqual([
      ["AU", "Lund, Per"],
      ["AU", "Ek, Eva"],
    ]);
    expect(Object.fromEntries(records[2] ?? [])).toMatchObject({ SP: "45", EP: "67", VL: "12", DO: "10.1000/xyz" });
    expect(Object.fromEntries(records[5] ?? [])).toEqual({
      TY: "NEWS",
      TI: DIGEST.title,
      UR: "https://forum.example/s/inside",
      Y2: "2026/11/20",
      N1: "Digest",
    });
  });

  test.each(HOSTILE)("a hostile title, outlet and name come back in their own lines: %j", (text) => {
    const work: CslItem = { ...HERALD, title: text, "container-title": text, author: [{ literal: text }] };
    const records = readRis(ris([work, BOOK]));
    expect(records).toHaveLength(2);
    expect(Object.fromEntries(records[0] ?? [])).toMatchObject({ TI: flat(text), T2: flat(text), AU: flat(text) });
  });
});
