/** One article in every kind of file; and files that no article is in. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { hasSentence } from "#lib/sentence";
import { extract, FILE_BYTES } from "#lib/sources/extraction/extract";
import { fileNameOf } from "#lib/sources/extraction/file-name";
import { type Kind, kindOf } from "#lib/sources/extraction/kind";
import { linesOf } from "#lib/text/canonical";
import { archiveOf, wordFileOf } from "../../support/archive.ts";
import { ARTICLE, FILES, PAGE } from "../../support/article.ts";
import { refusal } from "../../support/island.ts";
import { brokenInto, pdfOf, pdfOfContents } from "../../support/pdf.ts";

/** Each file is read in a thread of its own, which has to start. */
vi.setConfig({ testTimeout: 30_000 });

const read = (name: string, bytes: Uint8Array | string, charset?: string) =>
  extract({ bytes: Buffer.from(bytes as string), kind: kindOf(name), charset });
const refused = (name: string, bytes: Uint8Array | string, charset?: string) => refusal(read(name, bytes, charset));

describe("an article", () => {
  test.each(Object.keys(FILES))("gives the same text as %s", async (name) => {
    const { title, outlet, byline, publishedOn, paragraphs } = await read(name, FILES[name] as Buffer);
    expect({ title, outlet, byline, publishedOn, paragraphs }).toEqual(ARTICLE);
  });

  test("as a page keeps what can be seen alone, and says what else there was", async () => {
    const { setAside, warnings } = await read("article.html", PAGE);
    expect(setAside.map(({ text }) => text)).toEqual(expect.arrayContaining(["Home", "Sea"]));
    expect(setAside.find(({ text }) => text.startsWith("Sign up"))).toMatchObject({ after: 5 });
    expect(JSON.stringify(setAside)).not.toMatch(/nobody sees|white paper|scripted|no script|template/i);
    expect(warnings).toEqual([]);
  });

  test("as a PDF says that its words are those of the text layer", async () => {
    expect((await read("article.pdf", FILES["article.pdf"] as Buffer)).warnings).toEqual(["text-layer"]);
  });

  test("that is a teaser before a wall is marked as short", async () => {
    const { warnings } = await read("wall.html", "<p>To read on, subscribe. It is only four coins a month.</p>");
    expect(warnings).toEqual(["short-text"]);
  });

  test("that is a wall under another's title is marked, by what it shows or by where it was asked for", async () => {
    const wall = PAGE.replace(
      /<main>.*<\/main>/s,
      `<main><h1>Before you go on</h1><p>${"We keep cookies. ".repeat(60)}</p></main>`,
    );
    expect((await read("wall.html", wall)).warnings).toEqual(["title-mismatch"]);
    const asked = { bytes: Buffer.from(PAGE), kind: "html" as const };
    const address = "https://tide.example/ferry-strike-goes-on";
    expect((await extract({ ...asked, requestedUrl: address })).warnings).toEqual(["title-mismatch"]);
    expect((await extract({ ...asked, requestedUrl: "https://tide.example/harbour-town-toll" })).warnings).toEqual([]);
  });

  test("over several pages is put together across them, its running foot set aside", async () => {
    const long = Array.from({ length: 40 }, (_, i) => `${ARTICLE.paragraphs[i % 2]} This is said for time ${i}.`);
    const file = pdfOf(
      long.map((text) => brokenInto(70, text)),
      { edge: "The Tide, page" },
    );
    const { paragraphs, setAside } = await read("long.pdf", file);
    expect(paragraphs).toEqual(long);
    expect(setAside.length).toBeGreaterThan(2);
    expect(new Set(setAside.map(({ reason }) => reason))).toEqual(new Set(["page-edge"]));
  });

  test("in a PDF has its own headline, whatever a program calls the file", async () => {
    const lines = [ARTICLE.title, ...ARTICLE.paragraphs].map((text) => brokenInto(70, text));
    for (const title of ["about:blank", "Microsoft Word - toll_final2.doc", `${ARTICLE.title} | The Tide`]) {
      const { title: found, paragraphs } = await read("a.pdf", pdfOf(lines, { info: `/Title (${title})` }));
      expect(found).toContain(ARTICLE.title);
      expect(paragraphs).toEqual(ARTICLE.paragraphs);
    }
  });

  test("in a PDF whose typesetter parts words has them whole", async () => {
    const lines = [
      "The engi-",
      "neer said that the well-",
      "known road, and no other well-known road,",
      "would be repaired by the engineer.",
    ];
    const { paragraphs } = await read("parted.pdf", pdfOf([lines]));
    expect(paragraphs).toEqual([
      "The engineer said that the well-known road, and no other well-known road, would be repaired by the engineer.",
    ]);
  });

  const articles = new URL("../../../../shared/articles", import.meta.url).pathname;
  test.runIf(existsSync(articles))(
    "of the world gives the same text from each kind of file",
    async () => {
      for (const name of readdirSync(articles).filter((one) => one.endsWith(".txt"))) {
        const raw = readFileSync(`${articles}/${name}`, "utf8");
        const lines = linesOf(raw).map(({ text }) => text);
        const marked = lines.map((text) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
        const kinds = {
          "a.html": `<meta charset="utf-8"><article>${marked.join("")}</article>`,
          "a.docx": wordFileOf(lines),
          "a.md": lines.join("\n\n"),
        };
        const { paragraphs } = await read("a.txt", raw);
        for (const [kind, file] of Object.entries(kinds)) {
          // Compared without being shown: the words are not ours.
          const same = (await read(kind, file)).paragraphs.join("\n\n") === paragraphs.join("\n\n");
          expect(same, `${name} as ${kind}`).toBe(true);
        }
      }
    },
    30_000,
  );
});

describe("characters", () => {
  const sentence = "<p>Café – “naïve” words, of which there must be a few here.</p>";
  const latin = Buffer.from(
    sentence.replace(/[–“”]/g, (sign) => ({ "–": "\x96", "“": "\x93", "”": "\x94" })[sign] as string),
    "latin1",
  );

  test.each([
    [
      "its own byte order mark",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sentence, "utf16le")]),
      undefined,
    ],
    ["its head", Buffer.concat([Buffer.from('<meta charset="windows-1252">'), latin]), undefined],
    [
      "its head, the older way",
      Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'), latin]),
      undefined,
    ],
    ["the answer that brought it", latin, "latin1"],
    ["nobody, for UTF-8 goes without saying", Buffer.from(sentence), undefined],
  ])("are those that a page's words are in by %s", async (_, bytes, charset) => {
    expect((await read("a.html", bytes, charset)).paragraphs).toEqual([
      "Café – “naïve” words, of which there must be a few here.",
    ]);
  });

  test.each([
    ["utf-7", Buffer.from("<p>+ADw-script+AD4-</p>"), "utf-7"],
    ["unknown", latin, "unknown"],
    ["shift_jis", Buffer.from([0x3c, 0x70, 0x3e, 0x82, 0xa0]), "shift_jis"],
    ["not what is said", latin, "utf-8"],
    ["said by nobody", latin, undefined],
    ["half of UTF-16", Buffer.from([0xff, 0xfe, 0x41]), undefined],
  ])("that are %s are refused", async (_, bytes, charset) => {
    expect(await refused("a.html", bytes, charset)).toBe("unknown-charset");
  });
});

describe("a file is refused", () => {
  const XREF =
    "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\nxref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev 70 >>\nstartxref\n70\n%%EOF";
  const encrypted =
    "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" +
    "00".repeat(32) +
    "> /U <" +
    "00".repeat(32) +
    "> /P -4 >> /ID [<00><00>]";
  const deep = `${"<div>".repeat(500_000)}words`;
  const cases: [string, string, Uint8Array | string, string | RegExp][] = [
    ["that is longer than five megabytes", "a.txt", Buffer.alloc(FILE_BYTES + 1, "a "), "file-too-large"],
    ["that holds no words", "a.txt", " \n\u200b ", "text-not-found"],
    ["that is one text of five megabytes", "a.html", `<p>${"word ".repeat(1_000_000)}</p>`, "text-too-long"],
    ["that is no PDF though its name says so", "a.pdf", "<p>a page</p>", "not-a-pdf"],
    [
      "that is a PDF cut in half",
      "a.pdf",
      (FILES["article.pdf"] as Buffer).subarray(0, 400),
      /file-damaged|text-not-found/,
    ],
    ["whose parts lead in a circle", "a.pdf", XREF, /file-damaged|text-not-found/],
    ["with a password", "a.pdf", pdfOf([["words"]], { encrypt: encrypted }), "file-encrypted"],
    [
      "with more pages than a report has",
      "a.pdf",
      pdfOf(Array.from({ length: 301 * 23 }, (_, i) => [`${i}.`])),
      "too-many-pages",
    ],
    [
      "that is an image of words",
      "a.pdf",
      pdfOfContents([{ content: Buffer.from("0 0 m 9 9 l S") }]),
      "text-not-found",
    ],
    ["that is no Word file", "a.docx", "PK, but not quite", "not-a-word-file"],
    [
      "that is another archive",
      "a.docx",
      archiveOf([{ path: "a.txt", content: Buffer.from("words") }]),
      "not-a-word-file",
    ],
    [
      "of an older Word, or with a password",
      "a.docx",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      "word-old-or-encrypted",
    ],
    [
      "that unpacks to a thousand times its size",
      "a.docx",
      wordFileOf(["words"], [{ path: "word/media/a.bmp", content: Buffer.alloc(60_000_000) }]),
      "file-too-large",
    ],
    [
      "that unpacks to more than it says",
      "a.docx",
      wordFileOf(["words"], [{ path: "word/styles.xml", content: Buffer.alloc(8_000_000, "<w:p/>"), saidSize: 100 }]),
      /file-damaged|not-a-word-file/,
    ],
    ["of half a million elements in one another", "a.html", deep, "page-too-complex"],
    ["of a hundred thousand tables", "a.html", "<table></table>".repeat(100_000), "page-too-complex"],
    ["of a million attributes", "a.html", `<p ${"a ".repeat(1_000_000)}>words</p>`, "page-too-complex"],
    ["whose kind is unknown here", "a.exe", "MZ", "file-kind-unknown"],
  ];
  test.each(cases)(
    "%s",
    async (_, name, bytes, code) => {
      const began = performance.now();
      const said = await refusal((async () => read(name, bytes))());
      expect(said).toMatch(code);
      expect(hasSentence(said)).toBe(true);
      expect(performance.now() - began).toBeLessThan(10_000);
    },
    20_000,
  );

  const flat = deflateSync(Buffer.alloc(400_000_000, "0 0 m "));
  const nested = deflateSync(deflateSync(Buffer.alloc(1_000_000_000)));
  test.each([
    ["whose streams unpack without end", flat, "/FlateDecode"],
    ["of some kilobytes whose streams unpack twice", nested, "[/FlateDecode /FlateDecode]"],
  ])(
    "%s",
    async (_, content, filter) => {
      const began = process.memoryUsage.rss();
      let peak = 0;
      const look = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss() - began);
      }, 20);
      const said = await refused("bomb.pdf", pdfOfContents([{ content, filter: `/Filter ${filter}` }]));
      clearInterval(look);
      expect(said).toMatch(/file-too-complex|took-too-long/);
      expect(peak).toBeLessThan(1_000_000_000);
    },
    30_000,
  );

  test("that takes longer than there is time, and the next one is read", async () => {
    const bytes = FILES["article.docx"] as Buffer;
    expect(await refusal(extract({ bytes, kind: "word" }, { readMs: 5 }))).toBe("took-too-long");
    expect((await extract({ bytes, kind: "word" })).title).toBe(ARTICLE.title);
  });
});

describe("a thread that is killed while it reads", () => {
  /** Kills the first so many threads when they have begun. */
  function killing(times: number) {
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    let begun = 0;
    class Killed extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        begun += 1;
        if (begun <= times) this.once("online", () => this.terminate());
      }
    }
    vi.spyOn(process, "getBuiltinModule").mockReturnValue({ Worker: Killed });
    return () => begun;
  }
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const given = { bytes: FILES["article.docx"] as Buffer, kind: "word" as const };

  test("once is started once more, and nobody notices", async () => {
    const begun = killing(1);
    expect((await extract(given)).title).toBe(ARTICLE.title);
    expect(begun()).toBe(2);
  });

  test("again is not started a third time, and the next file is read", async () => {
    const begun = killing(2);
    const said = await refusal(extract(given));
    expect([said, hasSentence(said), begun()]).toEqual(["reading-interrupted", true, 2]);
    expect((await extract(given)).title).toBe(ARTICLE.title);
  });

  test("by its own file, which asks for too much, is not started again", async () => {
    const begun = killing(0);
    const bytes = wordFileOf(Array.from({ length: 60_000 }, (_, i) => `Paragraph ${i}`));
    expect(await refusal(extract({ bytes, kind: "word" }))).toMatch(/file-too-complex|took-too-long/);
    expect(begun()).toBe(1);
  });
});

test("a person has two files in line at most, and keeps nobody else from reading", async () => {
  const given = { bytes: FILES["article.md"] as Buffer, kind: "markdown" as const };
  const reads = ["ada", "ada", "ada", "ben"].map((whose) => refusal(extract(given, { whose })));
  expect(await Promise.all(reads)).toEqual(["done", "done", "readers-crowded", "done"]);
  expect(await refusal(extract(given, { whose: "ada" }))).toBe("done");
});

test("while files are refused everybody else is answered as before", { timeout: 60_000 }, async () => {
  const bombs: [Kind, Buffer][] = [
    ["html", Buffer.from("<i>words</i> ".repeat(50_000))],
    ["html", Buffer.from(`${"<div>".repeat(500_000)}words`)],
    ["word", wordFileOf(Array.from({ length: 60_000 }, (_, i) => `Paragraph ${i}`))],
  ];
  let worst = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    worst = Math.max(worst, performance.now() - last);
    last = performance.now();
  }, 5);
  const ends = await Promise.all(bombs.map(([kind, bytes]) => refusal(extract({ bytes, kind }))));
  clearInterval(clock);
  // Whether memory or time runs out first is the machine's to say.
  expect(ends[0]).toMatch(/done|took-too-long/);
  expect(ends[1]).toMatch(/page-too-complex|took-too-long/);
  expect(ends[2]).toMatch(/file-too-complex|took-too-long/);
  expect(worst).toBeLessThan(500);
});

describe("what else a file holds is not looked at", () => {
  const words = ARTICLE.paragraphs[0] as string;
  const page = (objects: string, resources = "") => pdfOf([brokenInto(70, words)], { catalog: objects, resources });

  test.each([
    ["a script that runs when it opens", page("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")],
    ["a form in XML", page("/AcroForm << /XFA (<xdp:xdp>not words</xdp:xdp>) /Fields [] >>")],
    ["a file within it", page("/Names << /EmbeddedFiles << /Names [(a.exe) << /F (a.exe) >>] >> >>")],
    [
      "an image of a thousand million points",
      page("", "/XObject << /Im 4 0 R >> /ColorSpace << /C [/Indexed /DeviceRGB 255 (x)] >>"),
    ],
  ])("%s", async (_, file) => {
    expect((await read("a.pdf", file)).paragraphs).toEqual([words]);
  });

  test("a matrix of letters that holds a program does not run it", async () => {
    const file = pdfOf([brokenInto(70, words)], { font: "/FontMatrix [1 0 0 1 0 (0\\); globalThis.ran = true; //)]" });
    expect((await read("a.pdf", file)).paragraphs).toEqual([words]);
    expect(globalThis).not.toHaveProperty("ran");
  });

  test("a number of pages that is a lie", async () => {
    expect((await read("a.pdf", pdfOf([brokenInto(70, words)], { count: 100_000 }))).paragraphs).toEqual([words]);
  });

  test.each([
    `<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/">`,
    `<form action="https://evil.example"><input value="not words"><textarea>not words</textarea></form>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
    `<svg><desc><template><p>not words</p></template></desc><script>not words</script></svg>`,
    `<img src=x onerror="not words" alt="not words"><iframe srcdoc="<p>not words</p>"></iframe>`,
    `<!--<p>not words</p>--><![CDATA[ <p onclick="a()">]]>`,
  ])("on a page: %s", async (markup) => {
    const { paragraphs } = await read("a.html", `<article>${markup}</article><article><p>${words}</p></article>`);
    expect(paragraphs.join(" ")).toContain(words);
    expect(paragraphs.join(" ")).not.toMatch(/not words|onerror|<|evil/);
  });
});

describe("a file's name", () => {
  test.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\secret\\a.pdf", "a.pdf"],
    ["a\u0000b.txt", "ab.txt"],
    ["a\u202efdp.exe", "afdp.exe"],
    ["line\u2028break\n.md", "linebreak.md"],
    ["..", null],
    [" / ", null],
    ["Cafe\u0301.txt", "Café.txt"],
  ])("%j is kept as %j", (raw, name) => {
    expect(fileNameOf(raw)).toBe(name);
  });

  test("that is long keeps its beginning and what it ends in", () => {
    const name = fileNameOf(`${"😀".repeat(300)}.docx`);
    expect([...(name ?? "")]).toHaveLength(120);
    expect(name).toMatch(/^😀{3}.*….*😀\.docx$/u);
  });
});
