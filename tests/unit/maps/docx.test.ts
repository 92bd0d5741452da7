import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { toDocx } from "#lib/maps/docx";
import { readCards } from "#lib/maps/reading/cards";
import type { Snapshot } from "#lib/maps/snapshot";
import { snapshotOf } from "#lib/maps/snapshot-of";
import { plainTextOf } from "#lib/text/document";
import { hostileThread } from "./hostile";
import { seedSources, seedThreads, seedView, taking } from "./seed-views";

const seeded = seedThreads.map((thread) => snapshotOf(seedView(thread), seedSources, taking));
const [first] = seeded as [Snapshot];
const hostile = hostileThread.map(({ view, sources }) => snapshotOf(view, sources, taking));

async function partsOf(snapshot: Snapshot): Promise<Map<string, string>> {
  const files = unzipSync(await toDocx(snapshot));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

function strictly(xml: string, name: string) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(xml).close();
}

interface Run {
  text: string;
  style?: string;
  highlight?: string;
}

/** Paragraphs with their style and runs, as the file's own XML says. */
async function paragraphsOf(snapshot: Snapshot): Promise<{ style?: string; runs: Run[]; text: string }[]> {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", trimValues: false });
  const document = parser.parse((await partsOf(snapshot)).get("word/document.xml") ?? "");
  const many = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));
  // biome-ignore lint/suspicious/noExplicitAny: whatever the file holds
  return many<any>(document["w:document"]["w:body"]["w:p"]).map((p) => {
    // biome-ignore lint/suspicious/noExplicitAny: whatever the file holds
    const runs = many<any>(p["w:r"]).map((r): Run => {
      const text = many(r["w:t"])
        .map((t) => (typeof t === "object" ? `${(t as Record<string, string>)["#text"] ?? ""}` : `${t}`))
        .join("");
      return { text, style: r["w:rPr"]?.["w:rStyle"]?.["w:val"], highlight: r["w:rPr"]?.["w:highlight"]?.["w:val"] };
    });
    return { style: p["w:pPr"]?.["w:pStyle"]?.["w:val"], runs, text: runs.map(({ text }) => text).join("") };
  });
}

describe("a thread as debate cards", { timeout: 60_000 }, () => {
  test("has Verbatim's styles by id, by name and by alias", async () => {
    const styles = (await partsOf(first)).get("word/styles.xml") ?? "";
    const found = [
      ...styles.matchAll(
        /<w:style [^>]*w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"\/>(?:<w:aliases w:val="([^"]+)"\/>)?/g,
      ),
    ];
    const known = new Map(found.map(([, id, name, alias]) => [id, { name, alias }]));
    const wanted: [string, string, string?][] = [
      ["Heading1", "heading 1", "Pocket"],
      ["Heading2", "heading 2", "Hat"],
      ["Heading3", "heading 3", "Block"],
      ["Heading4", "heading 4", "Tag"],
      ["Heading4Char", "Heading 4 Char", "Tag Char"],
      ["Style13ptBold", "Style 13 pt Bold", "Cite"],
      ["StyleUnderline", "Style Underline", "Underline"],
      ["Emphasis", "Emphasis"],
      ["Normal", "Normal", "Normal/Card"],
    ];
    for (const [id, name, alias] of wanted) expect(known.get(id)).toEqual({ name, alias });
    // What a style is called is told once: the library's own of the same name would win in some readers.
    expect(found.filter(([, id]) => id === "Heading1")).toHaveLength(1);
  });

  test("every card highlights the cited words, all of them and nothing else, in the sentence they stand in", async () => {
    for (const snapshot of seeded) {
      const paragraphs = await paragraphsOf(snapshot);
      const cards = paragraphs.filter(({ runs }) => runs.some(({ highlight }) => highlight === "yellow"));
      const citations = snapshot.arguments.flatMap((argument) => argument.citations);
      expect(cards).toHaveLength(citations.length);
      const marked = cards.map(({ runs }) => runs.filter(({ highlight }) => highlight).map(({ text }) => text));
      expect(marked.map((texts) => texts.join("|")).sort()).toEqual(
        citations.map(({ spans }) => spans.map(({ quote }) => quote).join("|")).sort(),
      );
      for (const { runs } of cards)
        for (const { style, highlight } of runs) expect(style === "StyleUnderline").toBe(highlight === "yellow");
    }
  });

  test("the words before and after keep their places around the cited ones", async () => {
    const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    const one = view.arguments.find(({ citations }) => citations.length > 0)?.citations[0];
    const [span] = one?.spans ?? [];
    if (!one || !span) throw new Error("the seed quotes nothing");
    one.before = "It says that ";
    one.after = " for now.";
    one.spans = [span, { ...span, start: 400, end: 430, quote: "and what follows in the text", gapWords: 7 }];
    const paragraphs = await paragraphsOf(snapshotOf(view, seedSources, taking));
    const card = paragraphs.find(({ text }) => text.startsWith("It says that "));
    expect(card?.text).toBe(`It says that ${span.quote} [7 words left out] and what follows in the text for now.`);
    expect(card?.runs.map(({ highlight }) => highlight === "yellow")).toEqual([false, true, false, true, false]);
  });

  test("under each tag stands a cite with its short form, then the card, and an answer's tag names what it answers", async () => {
    const paragraphs = await paragraphsOf(first);
    const tags = paragraphs.flatMap(({ style }, i) => (style === "Heading4" ? [i] : []));
    const [top] = paragraphs.filter(({ style }) => style === "Heading1");
    expect(top?.text).toBe(first.thread.question);
    expect(paragraphs.filter(({ style }) => style === "Heading2").map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Pro", "Con"]),
    );
    let cards = 0;
    for (const at of tags) {
      const below = paragraphs.slice(at + 1);
      const end = below.findIndex(({ style, runs }) => style !== undefined || runs[0]?.style === "Style13ptBold");
      const [cite, body] = below.slice(Math.max(end, 0));
      if (cite?.runs[0]?.style !== "Style13ptBold") continue;
      cards += 1;
      expect(cite.text).toMatch(/, version 1, https:\/\/forum\.example\/s\/[\w-]+\?version=1, argument #\d+ https:/);
      expect(body?.runs.some(({ highlight }) => highlight)).toBe(true);
    }
    expect(cards).toBe(first.arguments.flatMap(({ citations }) => citations).length);
    expect(tags.some((at) => /^AT: .+ – /.test(paragraphs[at]?.text ?? ""))).toBe(true);
    expect(tags.some((at) => /^Granted: .+ – /.test(paragraphs[at]?.text ?? ""))).toBe(true);
    const others = (await Promise.all(seeded.map(paragraphsOf))).flat();
    expect(others.some(({ style, text }) => style === "Heading4" && /^XT: .+ – /.test(text))).toBe(true);
  });

  test("an elaboration stands below its tag as plain text, once, and is read back as one", async () => {
    const elaborated = first.arguments.filter(({ body, citations }) => body !== null && citations.length > 0);
    expect(elaborated.length).toBeGreaterThan(0);
    const paragraphs = await paragraphsOf(first);
    for (const { body } of elaborated) {
      const [line = ""] = plainTextOf(body as NonNullable<typeof body>).split("\n");
      const at = paragraphs.flatMap(({ text }, i) => (text === line ? [i] : []));
      expect(at).toHaveLength(1);
      expect(paragraphs[(at[0] ?? 0) - 1]?.style).toBe("Heading4");
      expect(paragraphs[at[0] ?? 0]?.style).toBeUndefined();
    }
    const { claims } = readCards(await toDocx(first));
    const bodies = claims.flatMap(({ body }) => (typeof body === "string" ? [body.replace(/\s+/g, " ")] : []));
    const said = elaborated.map(({ body }) => plainTextOf(body as NonNullable<typeof body>).replace(/\s+/g, " "));
    expect(bodies.sort()).toEqual(said.sort());
  });

  test("a block below a hat stays on the hat's page, every other begins its own", async () => {
    const xml = (await partsOf(first)).get("word/document.xml") ?? "";
    const heads = [...xml.matchAll(/<w:pStyle w:val="Heading([23])"\/>(<w:pageBreakBefore w:val="0"\/>)?/g)];
    expect(heads.some(([, level]) => level === "2")).toBe(true);
    expect(heads.some(([, level], i) => level === "3" && heads[i - 1]?.[1] === "3")).toBe(true);
    for (const [i, [, level, stays]] of heads.entries())
      expect(stays !== undefined).toBe(level === "3" && heads[i - 1]?.[1] === "2");
  });

  test("mammoth, which knows nothing of us, reads tags, cites, underlines and highlights", async () => {
    const styleMap = [
      "p[style-name='heading 4'] => h4:fresh",
      "r[style-name='Style 13 pt Bold'] => strong.cite",
      "r[style-name='Style Underline'] => u",
      "highlight => mark",
    ];
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await toDocx(first)) }, { styleMap });
    const claims = first.arguments.flatMap(({ claim }) => (claim ? [claim] : []));
    for (const claim of claims) expect(value).toContain(claim.slice(0, 30));
    expect(value.match(/<strong class="cite">/g)?.length).toBe(
      first.arguments.flatMap(({ citations }) => citations).length,
    );
    expect(value).toMatch(/<mark><u>|<u><mark>/);
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  });

  test("every part is sound XML with no way out of the file, whatever people wrote", async () => {
    const sound = async (snapshot: Snapshot) => {
      for (const [name, xml] of await partsOf(snapshot)) {
        strictly(xml, name);
        expect(xml).not.toMatch(/TargetMode="External"|<!ENTITY|w:fldSimple|w:instrText/);
      }
    };
    for (const snapshot of seeded) await sound(snapshot);
    await fc.assert(fc.asyncProperty(hostile, sound), { numRuns: 30 });
  });

  test("keeps control characters out and everything else in", async () => {
    const view = seedView(seedThreads[0] as (typeof seedThreads)[0]);
    const one = view.arguments.find(({ state }) => state === "VISIBLE");
    if (!one) throw new Error("the seed says nothing");
    one.claim = "a\u0000\u0001\u000b\ufffe]]> <w:p/> &amp; \u202e🦉 é";
    const tags = (await paragraphsOf(snapshotOf(view, seedSources, taking))).map(({ text }) => text);
    expect(
      tags.some(
        (text) => text.includes("a\ufffd\ufffd\ufffd\ufffd]]> <w:p/> &amp; \u202e🦉 é") || text.includes("]]&gt;"),
      ),
    ).toBe(true);
  });

  test("is the same file whenever it is written", async () => {
    expect(Buffer.from(await toDocx(first)).equals(Buffer.from(await toDocx(structuredClone(first))))).toBe(true);
  });
});
