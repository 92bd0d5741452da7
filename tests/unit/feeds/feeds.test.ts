/** Files for programs outside: each by a parser that refuses what its format does not allow. */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { atomOf, type FeedView } from "#lib/feeds/atom";
import { robotsOf } from "#lib/feeds/robots";
import { sitemapIndexOf, sitemapOf } from "#lib/feeds/sitemap";
import { paths } from "#lib/paths";
import { allows } from "#lib/sources/fetching/robots";

const SITE = "https://grounds.example";
const WORDS = { PRO: "Pro", CON: "Con", digest: "digest" };

interface Element {
  name: string;
  uri: string;
  attributes: Record<string, string>;
  words: string;
  inside: Element[];
}

/** The root element, with namespaces. */
function parsed(xml: string): Element {
  const open: Element[] = [{ name: "", uri: "", attributes: {}, words: "", inside: [] }];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const given = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = { name: local, uri, attributes: Object.fromEntries(given), words: "", inside: [] };
    open.at(-1)?.inside.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    (open.at(-1) as Element).words += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return open[0]?.inside[0] as Element;
}

const all = ({ inside }: Element, name: string) => inside.filter((one) => one.name === name);
const words = (element: Element, name: string) => all(element, name).map((one) => one.words);

const entry = (given: Partial<FeedView["entries"][number]> = {}): FeedView["entries"][number] => ({
  id: "0123456789abcdef",
  number: 12,
  claim: "It should sail.",
  body: "Because of the visitors.",
  postedAt: new Date("2026-11-20T10:00:00Z"),
  revisedAt: new Date("2026-11-21T10:00:00Z"),
  author: "Yuki Tanaka",
  stance: "PRO",
  quotations: [
    { quote: "They stay away.", title: "A ferry on Sundays", kind: "ARTICLE" },
    { quote: "They come.", title: "A ferry, in short", kind: "DIGEST" },
  ],
  ...given,
});
const feed = (given: Partial<FeedView> = {}): FeedView => ({
  id: "fedcba9876543210",
  slug: "a-thread",
  question: "Should the ferry sail?",
  background: null,
  openedAt: new Date("2026-11-19T10:00:00Z"),
  entries: [entry()],
  ...given,
});
const atom = (given: Partial<FeedView> = {}) => parsed(atomOf(feed(given), SITE, WORDS));

describe("a feed", () => {
  it("has what RFC 4287 asks of one: an id, a title, a moment, and where it stands", () => {
    const root = atom();
    expect([root.name, root.uri]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
    expect(words(root, "id")).toEqual(["urn:grounds:thread:fedcba9876543210"]);
    expect(words(root, "title")).toEqual(["Should the ferry sail?"]);
    expect(words(root, "updated")).toEqual(["2026-11-21T10:00:00.000Z"]);
    expect(all(root, "link").map(({ attributes: { rel, href, type } }) => [rel, href, type])).toEqual([
      ["self", `${SITE}/t/a-thread/feed.atom`, "application/atom+xml"],
      ["alternate", `${SITE}/t/a-thread`, "text/html"],
    ]);
  });

  it("has each entry once, with an author, two moments, its words and the passages it stands on", () => {
    const [one] = all(atom(), "entry") as [Element];
    for (const name of ["id", "title", "updated", "published", "author", "content", "link"]) {
      expect(all(one, name), name).toHaveLength(1);
    }
    expect(words(one, "id")).toEqual(["urn:grounds:argument:0123456789abcdef"]);
    expect(words(one, "title")).toEqual(["#12 It should sail."]);
    expect(words(all(one, "author")[0] as Element, "name")).toEqual(["Yuki Tanaka"]);
    expect(words(one, "content")).toEqual([
      "Because of the visitors.\n\n“They stay away.” (A ferry on Sundays)\n\n“They come.” (A ferry, in short, digest)",
    ]);
    expect(all(one, "link")[0]?.attributes.href).toBe(`${SITE}/a/0123456789abcdef`);
    expect(all(one, "category")[0]?.attributes).toEqual({ term: "PRO", label: "Pro" });
  });

  it("without entries is as old as its thread", () => {
    expect(words(atom({ entries: [] }), "updated")).toEqual(["2026-11-19T10:00:00.000Z"]);
  });

  it("is well formed whatever people write, and gives it back", () => {
    const HOSTILE = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("]]>", "<script>alert(1)</script>", "&xxe;", "a\u0000b\ufffe", "<!--", `" onload="x`),
    );
    fc.assert(
      fc.property(HOSTILE, HOSTILE, HOSTILE, (claim, body, title) => {
        const root = atom({ question: title, background: body, entries: [entry({ claim, body, author: title })] });
        const [one] = all(root, "entry") as [Element];
        const kept = (text: string) =>
          text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
        expect(words(one, "title")).toEqual([kept(`#12 ${claim}`)]);
        expect(words(root, "subtitle")).toEqual([kept(body)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a sitemap", () => {
  it("has each address once, whole, with a moment", () => {
    const at = new Date("2026-11-21T10:00:00Z");
    const root = parsed(
      sitemapOf(
        [
          { path: "/t/a", at },
          { path: "/s/b?x&y", at },
        ],
        SITE,
      ),
    );
    expect([root.name, root.uri]).toEqual(["urlset", "http://www.sitemaps.org/schemas/sitemap/0.9"]);
    expect(root.inside.map((one) => [words(one, "loc")[0], words(one, "lastmod")[0]])).toEqual([
      [`${SITE}/t/a`, at.toISOString()],
      [`${SITE}/s/b?x&y`, at.toISOString()],
    ]);
  });

  it("of sitemaps names each", () => {
    const root = parsed(sitemapIndexOf(3, SITE));
    expect(root.inside.map((one) => words(one, "loc")[0])).toEqual([1, 2, 3].map((n) => `${SITE}/sitemap/${n}.xml`));
  });
});

describe("robots.txt", () => {
  const allowed = (path: string) => allows(robotsOf(SITE), new URL(path, SITE));

  it("lets programs read every reading page", () => {
    const id = "0123456789abcdef";
    const pages = [paths.home(), paths.thread("a"), paths.argument(id), paths.source("a"), paths.bibliography("a")];
    pages.push(paths.activity("a", 2), paths.exports("a"), paths.feed("a"), paths.history(id), paths.versions("a"));
    pages.push(paths.source("new-words"), paths.thread("news"), paths.thread("argue-about-it"), "/sitemap.xml", "/log");
    expect(pages.filter((path) => !allowed(path))).toEqual([]);
  });

  it("keeps them from forms, from what is made for one person, and from the doors of programs with a key", () => {
    const id = "0123456789abcdef";
    const forms = [
      paths.openThread(),
      paths.openThread({ source: "a" }),
      paths.bringSource(),
      paths.argue("a", { stance: "PRO" }),
    ];
    forms.push(paths.edit(id), paths.withdraw(id), paths.moved(id), paths.signIn("/"), paths.settings(), paths.join());
    forms.push(paths.api.thread("a"), paths.openapi(), "/search?q=a", "/m/queue", "/c/a", "/dev/mail");
    expect(forms.filter(allowed)).toEqual([]);
  });

  it("says where the sitemap is", () => {
    expect(robotsOf(SITE)).toContain(`\nSitemap: ${SITE}/sitemap.xml\n`);
  });
});
