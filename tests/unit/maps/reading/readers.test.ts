import { readFileSync } from "node:fs";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { placesOf } from "#lib/arguments/tree";
import { toDocx } from "#lib/maps/docx";
import { readMap } from "#lib/maps/reading/read";
import type { ReadMap } from "#lib/maps/reading/read-map";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { seedSources, seedThreads, seedView, taking } from "../seed-views";

const read = (given: string | Uint8Array) =>
  readMap({ bytes: typeof given === "string" ? new TextEncoder().encode(given) : given });
const refusal = (given: string | Uint8Array) =>
  read(given).then(
    ({ format }) => `read as ${format}`,
    (error: { code?: string }) => error.code ?? `${error}`,
  );
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/maps/${name}`, import.meta.url), "utf8");

/** "id: stance target parent" of every place. */
const placesIn = ({ claims }: ReadMap) =>
  claims.flatMap(({ id, places }) =>
    places.map(
      ({ parent, stance, target, at }) =>
        `${id}: ${stance} ${target}${at === null ? "" : ` ${at}`} of ${parent ?? "the question"}`,
    ),
  );
const claimIn = ({ claims }: ReadMap, id: string) => claims.find((one) => one.id === id);

describe("Kialo's indented dialect", () => {
  test("is read with its notes as quotations, paragraphs, escapes and further places", async () => {
    const map = await read(fixture("kialo-indented.txt"));
    expect([map.format, map.question, map.thesis]).toEqual([
      "kialo",
      "Should the harbour be closed in winter?",
      "The harbour should be closed in winter.",
    ]);
    expect(placesIn(map)).toEqual([
      "1.1.: PRO CLAIM of the question",
      "1.2.: CON CLAIM of the question",
      "1.1.1.: CON CLAIM of 1.1.",
      "1.1.1.: PRO CLAIM of 1.2.",
      "1.3.: CON CLAIM of the question",
      "1.3.1.: PRO CLAIM of 1.3.",
    ]);
    expect(claimIn(map, "1.2.")).toMatchObject({
      claim: "The pilots lose their wages while it is closed [as they say].",
      quotations: [
        { words: ["whose members lost 40,000 crowns in wages"], source: { address: "https://news.example/harbour" } },
      ],
    });
    expect(claimIn(map, "1.1.1.")?.claim).toContain("1. Pro: not a head");
    expect(claimIn(map, "1.3.1.")?.quotations[0]?.words).toEqual(["A count of boats [12] was made in spring"]);
  });
});

describe("Kialo's flat dialect", () => {
  test("is read with the links behind a claim as its sources, those within as words, and references forward", async () => {
    const map = await read(fixture("kialo-flat.txt"));
    expect(placesIn(map)).toEqual([
      "1.1.: PRO CLAIM of the question",
      "1.2.: CON CLAIM of the question",
      "1.1.1.: CON CLAIM of 1.1.",
      "1.1.1.: PRO CLAIM of 1.2.",
      "1.3.: CON CLAIM of the question",
      "1.3.: CON CLAIM of 1.2.",
    ]);
    expect(claimIn(map, "1.1.")).toMatchObject({
      claim: "The works were announced in good time.",
      quotations: [{ words: [], source: { address: "https://news.example/harbour", title: "The harbour report" } }],
    });
    expect(claimIn(map, "1.1.1.")?.claim).toBe("Those whom it costs (the pilots) were not asked.");
    expect(claimIn(map, "1.3.")?.claim).toBe("Nobody has counted the boats. and this line goes on.");
  });

  test("that refers in a circle is refused", async () => {
    const circle = "Discussion Title: X?\n\n1. It is.\n1.1. Pro: One.\n1.1.1. Con: Two.\n1.1.1.1. Con: -> See 1.1.\n";
    expect(await refusal(circle)).toBe("map-circle");
  });
});

describe("Debate Map's quotations", () => {
  test("are claims without a stance, one for several rows of the same words", async () => {
    const csv = `Node text,Quote text,Quote source url\r\n"The works, it says, were announced",The mayor answered,https://news.example/a\r\n"The works, it says, were announced","“In, the spring”",https://news.example/b\r\nNobody counted,,\r\n`;
    const map = await read(csv);
    expect(map.claims).toMatchObject([
      {
        claim: "The works, it says, were announced",
        quotations: [{ words: ["The mayor answered"] }, { words: ["In, the spring"] }],
      },
      { claim: "Nobody counted", quotations: [], places: [{ parent: null, stance: null }] },
    ]);
    expect(map.losses).toEqual({ "stance-unknown": 2 });
  });
});

const node = (nodeID: string, text: string, type = "I") => ({ nodeID, text, type, timestamp: "2026-11-22 10:00:00" });
const edge = (fromID: string, toID: string, i: number) => ({ edgeID: i, fromID, toID, formEdgeID: null });
const AIF = {
  nodes: [
    node("1", "The harbour should be closed."),
    node("2", "The works were announced."),
    node("3", "Default Inference", "RA"),
    node("4", "The pilots were not asked."),
    node("5", "Default Conflict", "CA"),
    node("6", "They lose their wages."),
    node("7", "Default Conflict", "CA"),
    node("8", "Ane : they lose", "L"),
    node("9", "The pilots lose their pay.", "I"),
    node("10", "Default Rephrase", "MA"),
  ],
  edges: [
    ["2", "3"],
    ["3", "1"],
    ["4", "5"],
    ["5", "3"],
    ["6", "7"],
    ["7", "1"],
    ["9", "10"],
    ["10", "6"],
  ].map(([from = "", to = ""], i) => edge(from, to, i)),
  locutions: [],
};

describe("AIF", () => {
  test("of other people is read leniently: undercuts, no speakers, the one claim that all leads to as the thesis", async () => {
    const map = await read(JSON.stringify(AIF));
    expect([map.format, map.thesis]).toEqual(["aif", "The harbour should be closed."]);
    expect(placesIn(map)).toEqual([
      "2: PRO CLAIM of the question",
      "4: CON RELEVANCE 0 of 2",
      "6: CON CLAIM of the question",
    ]);
    expect(map.losses).toEqual({ rephrase: 1, loose: 1 });
  });

  test("as xAIF quotes the text's own words, without its markup", async () => {
    const txt =
      'It was said: <span class="highlighted" id="node6">that they <b>lose</b> &amp; lose 40,000 crowns</span>.';
    const map = await read(JSON.stringify({ AIF, text: { txt }, OVA: { url: "https://news.example/harbour" } }));
    expect(claimIn(map, "6")?.quotations).toEqual([
      {
        words: ["that they lose & lose 40,000 crowns"],
        source: { address: "https://news.example/harbour", title: null, slug: null, sha256: null },
      },
    ]);
  });
});

describe("SADFace", () => {
  const atom = (id: string, text: string, sources: object[] = []) => ({
    id,
    type: "atom",
    text,
    sources,
    metadata: { core: {} },
  });
  const document = (type: (name: string) => object) => ({
    metadata: { core: { id: "d", version: "0.2" } },
    resources: [
      { id: "r", type: "text", content: "…", metadata: { core: {}, here: { url: "https://news.example/harbour" } } },
    ],
    nodes: [
      atom("a1", "The harbour should be closed."),
      atom("a2", "The works were announced.", [
        { resource_id: "r", text: "announced in the spring", offset: 0, length: 3 },
      ]),
      atom("a3", "The pilots were not asked."),
      { id: "s1", ...type("support"), metadata: { core: {} } },
      { id: "s2", ...type("attack"), metadata: { core: {} } },
    ],
    edges: [
      ["a2", "s1"],
      ["s1", "a1"],
      ["a3", "s2"],
      ["s2", "s1"],
    ].map(([source_id, target_id], i) => ({ id: `e${i}`, source_id, target_id })),
  });

  test.each([
    ["of the check", (name: string) => ({ type: "scheme", name })],
    [
      "of the tool",
      (name: string) =>
        name === "attack" ? { type: "conflict", name: "conflict" } : { type: "inference", name: "support" },
    ],
  ])("in the dialect %s is read alike", async (_, type) => {
    const map = await read(JSON.stringify(document(type)));
    expect([map.format, map.thesis]).toEqual(["sadface", "The harbour should be closed."]);
    expect(placesIn(map)).toEqual(["a2: PRO CLAIM of the question", "a3: CON RELEVANCE 0 of a2"]);
    expect(claimIn(map, "a2")?.quotations).toMatchObject([
      { words: ["announced in the spring"], source: { address: "https://news.example/harbour" } },
    ]);
  });
});

describe("Argdown", () => {
  test("of a teacher is read with premises as quotations or words, and undercuts of the argument's step", async () => {
    const map = await read(`===
title: Harbour
model:
    mode: strict
process: [export-svg]
===

[Thesis]: The harbour should be closed.
    + <Works>
    - <Wages>

<Works>: They were announced.

(1) [Quote]: "The mayor answered that the works had been announced" {source: "https://news.example/harbour"}
(2) What is announced may be done.
----
(3) [In time]: The works were in time.
    +> [Thesis]

<Asked>: The pilots were not asked.
    _> <Works>

<Wages>: They lose their wages. // nobody reads this
`);
    expect([map.format, map.thesis]).toEqual(["argdown", "The harbour should be closed."]);
    expect(placesIn(map)).toEqual([
      "<Works>: PRO CLAIM of the question",
      "<Asked>: CON RELEVANCE of <Works>",
      "<Wages>: CON CLAIM of the question",
    ]);
    expect(claimIn(map, "<Works>")).toMatchObject({
      claim: "They were announced.",
      body: "The works were in time.\n\nWhat is announced may be done.",
      quotations: [
        {
          words: ["The mayor answered that the works had been announced"],
          source: { address: "https://news.example/harbour" },
        },
      ],
    });
  });

  test("that does not parse is refused with its line", async () => {
    await expect(read("[A]: One.\n\n    + [B]: Two.\n")).rejects.toMatchObject({
      code: "argdown-unparsed",
      values: { line: 3 },
    });
  });
});

describe("cards", () => {
  const styles = `<w:styles xmlns:w="x">${[
    ["h1", "heading 1", "Pocket"],
    ["h2", "heading 2", "Hat"],
    ["h4", "heading 4", "Tag"],
    ["c", "Style 13 pt Bold", "Cite"],
    ["u", "Style Underline", "Underline"],
  ]
    .map(
      ([id, name, alias]) =>
        `<w:style w:styleId="${id}"><w:name w:val="${name}"/><w:aliases w:val="${alias}"/></w:style>`,
    )
    .join("")}</w:styles>`;
  const run = (text: string, style = "") => `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const underlined = '<w:rStyle w:val="u"/>';
  const loud = `${underlined}<w:highlight w:val="cyan"/>`;
  const paragraph = (style: string, ...runs: string[]) =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join("")}</w:p>`;
  const file = (body: string, head = "") =>
    zipSync({
      "word/styles.xml": strToU8(styles),
      "word/document.xml": strToU8(`${head}<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`),
    });
  const card = (tag: string, cite: string, ...runs: string[]) =>
    paragraph("h4", run(tag)) +
    paragraph(
      "Normal",
      run(cite, '<w:rStyle w:val="c"/>'),
      run(" (“The report,” Herald, https://news.example/harbour, accessed today)"),
    ) +
    paragraph("Normal", ...runs);

  test("are claims on the words that are read out, with the hat's side and the cite's address", async () => {
    const map = await read(
      file(
        paragraph("h1", run("Close the harbour?")) +
          paragraph("h2", run("Neg")) +
          card(
            "The pilots lose &amp; lose.",
            "Moss 25",
            run("It heard the union, "),
            run("whose members lost ", loud),
            run("40,000 crowns in wages", loud),
            run("."),
          ) +
          card(
            "AT: The pilots lose – they were paid.",
            "Moss 25",
            run("They were"),
            run(" paid ", underlined),
            run("in the end, it says. Nobody asked."),
          ) +
          paragraph("h4", run("A word of my own.")),
      ),
    );
    expect(map.question).toBe("Close the harbour?");
    expect(placesIn(map)).toEqual([
      "card 1: CON CLAIM of the question",
      "card 2: CON CLAIM of card 1",
      "card 3: CON CLAIM of the question",
    ]);
    expect(map.claims).toMatchObject([
      {
        claim: "The pilots lose & lose.",
        quotations: [
          {
            words: ["whose members lost 40,000 crowns in wages"],
            source: { address: "https://news.example/harbour", title: "The report" },
          },
        ],
      },
      { claim: "they were paid.", quotations: [{ words: ["They were paid in the end, it says."] }] },
      { claim: "A word of my own.", quotations: [] },
    ]);
  });

  test("written by a library for Word files are read, too", async () => {
    const heading = new Paragraph({ style: "Heading4", children: [new TextRun("The pilots lose.")] });
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [heading] }] }));
    expect((await read(new Uint8Array(bytes))).claims).toMatchObject([{ claim: "The pilots lose." }]);
  });

  test("of our own are read back: the claims, their passages, and whom they answer", async () => {
    const [thread] = seedThreads;
    const snapshot = snapshotOf(seedView(thread as (typeof seedThreads)[0]), seedSources, taking);
    const shown = new Set(snapshot.arguments.flatMap(({ id, state }) => (state === "VISIBLE" ? [id] : [])));
    const homes = placesOf(snapshot);
    // What answers words that were taken back has no place.
    const placed = (id: string) => shown.has(homes.get(id)?.link.parent ?? id);
    const visible = snapshot.arguments.filter(({ id }) => shown.has(id) && placed(id));
    const { claims, question } = await read(await toDocx(snapshot));
    expect(question).toBe(snapshot.thread.question);
    expect(claims.map(({ claim }) => claim).sort()).toEqual(visible.map(({ claim }) => claim ?? "").sort());
    const quoted = new Map(claims.map(({ claim, quotations }) => [claim, quotations.map(({ words }) => words)]));
    for (const { claim, citations } of visible) {
      const words = citations.map(({ spans }) => spans.map(({ quote }) => quote));
      if (words.flat().every((quote) => quote.length >= 20)) expect(quoted.get(claim ?? "")).toEqual(words);
    }
    const answers = claims.filter(({ places }) => places[0]?.parent !== null).length;
    const links = snapshot.links.filter(
      ({ child, parent }) => parent !== null && visible.some(({ id }) => id === child),
    );
    expect(answers).toBeGreaterThan(links.length / 2);
  });

  test("with a document type, or in an archive that is none of Word's or unpacks to too much, are refused", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await refusal(file(card("A", "B", run("C")), bomb))).toBe("map-unreadable");
    expect(await refusal(zipSync({ "x.txt": strToU8("x") }))).toBe("not-a-word-file");
    const many = strToU8(" ".repeat(40 * 2 ** 20));
    expect(await refusal(zipSync({ "word/document.xml": many, "word/styles.xml": strToU8(styles) }))).toBe(
      "file-too-large",
    );
  });
});

describe("a file", () => {
  test.each([
    ["of brackets without an end", "[".repeat(100_000), "map-too-deep-json"],
    ["of JSON that is no map", '{"hello": "there"}', "map-unknown"],
    ["of half a JSON", '{"nodes": [', "map-unreadable"],
    ["of nothing", "", "map-empty"],
    ["with NUL", "Discussion Title: X?\n\n1. It is.\n1.1. Pro: A\0b.\n", "unknown-charset"],
    ["that is no text", new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x20]), "unknown-charset"],
    [
      "with a lone surrogate",
      JSON.stringify({ ...AIF, nodes: [...AIF.nodes, node("11", "x\ud800y")] }),
      "map-text-broken",
    ],
    [
      "with control characters",
      JSON.stringify({ ...AIF, nodes: [...AIF.nodes, node("11", "x\u0007y")] }),
      "map-text-broken",
    ],
    ["with an id twice", JSON.stringify({ ...AIF, nodes: [...AIF.nodes, node("2", "again")] }), "map-inconsistent"],
    [
      "of a hundred thousand nodes",
      JSON.stringify({ nodes: Array.from({ length: 100_000 }, (_, i) => node(`${i}`, "x")), edges: [], locutions: [] }),
      "map-too-large",
    ],
    ["of our own that was changed", JSON.stringify({ format: "grounds-thread" }), "map-unreadable"],
  ])("%s is refused as a whole", async (_, given, code) => {
    expect(await refusal(given)).toBe(code);
  });

  test("of a chain deeper than anybody reads is refused", async () => {
    const lines = Array.from({ length: 230 }, (_, i) => `${"1.".repeat(i + 2)} Pro: Claim ${i}.`);
    expect(await refusal(`Discussion Title: X?\n\n1. It is.\n${lines.join("\n")}\n`)).toBe("map-too-deep");
  });

  test("with a claim longer than a claim may be keeps its first sentences, and all of it as the elaboration", async () => {
    const long = `The works were announced. ${"They were announced again and again by the mayor. ".repeat(8)}`.trim();
    const endless = "word ".repeat(100).trim();
    const { claims, losses } = await read(
      `Discussion Title: X?\n\n1. It is.\n1.1. Pro: ${long}\n1.2. Con: ${endless}\n`,
    );
    expect(claims[0]?.claim).toMatch(/^The works were announced\. .*mayor\.$/);
    expect(claims[0]?.claim.length).toBeLessThanOrEqual(280);
    expect(claims[0]?.body).toBe(long);
    expect(claims[1]?.claim).toMatch(/word…$/);
    expect(losses).toEqual({ shortened: 2 });
  });
});
