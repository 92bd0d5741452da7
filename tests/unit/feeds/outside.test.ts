/** What is shown outside this site: data for programs, a frame, a picture. */
import { parseHTML } from "linkedom";
import type { Claim, DiscussionForumPosting, WithContext } from "schema-dts";
import { describe, expect, it } from "vitest";
import type { FocusView, Item, OutlineView } from "#lib/arguments/screens";
import type { CardView } from "#lib/arguments/view";
import { embedOf, embedStyle } from "#lib/feeds/embed";
import { linkedArgument, linkedThread } from "#lib/feeds/linked-data";
import { frameOf, oembedOf, threadAt } from "#lib/feeds/oembed";
import { paintPicture, pictureOf } from "#lib/feeds/picture";
import { framedPolicy } from "#lib/pages/headers";
import { paths } from "#lib/paths";
import { inScript } from "#lib/text/json";

/** Every element below the root, as a browser's parser takes it apart. */
function parseMarkup(html: string): { name: string; attributes: Record<string, string> }[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll("*")].map((element) => ({
    name: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  }));
}

const SITE = "https://forum.example";
const HOSTILE = `</script><img src=x onerror=alert(1)> "it's" & <!-- \u2028 ]]>`;

const person = { handle: "ann", name: HOSTILE };
const passage = {
  source: { slug: "survey", title: HOSTILE, kind: "ARTICLE" as const },
  version: 1,
  spans: [{ start: 0, end: 20, quote: HOSTILE, prefix: "", suffix: "", paragraph: 1, gapWords: 0 }],
  before: "",
  after: "",
};

function item(number: number, other: Partial<CardView> = {}, answers: Item[] = [], again = false): Item {
  const id = `a${number}`;
  const argument: CardView = {
    ...{ id, number, state: "VISIBLE", author: person, postedAt: "2026-11-20T11:00:00.000Z", claim: HOSTILE },
    ...{ citations: [{ id: `c${number}`, ...passage, state: "VERBATIM" }], revision: 1, revisedAfterAnswers: false },
    ...{ marks: [], tombstone: null, elaborated: false, ...other },
  };
  const link = {
    ...{ id: `l${number}`, child: id, parent: null, stance: "PRO" as const, target: "CLAIM" as const },
    ...{ targetCitation: null, targetLink: null, concession: false, startedAt: "", ratings: [] },
  };
  return { argument, link, again, dropped: false, below: answers.length, answers: { shown: answers, rest: 0 } };
}

const gone = { claim: null, state: "REMOVED" as const, citations: [] };
const thread = {
  ...{ id: "t1", slug: "sundays", question: HOSTILE, background: null, raisedBy: passage, locked: false, latest: 1 },
  letsIn: { mode: "OPEN" as const, slowSeconds: 0, firstPosts: 0, next: null },
  counts: { arguments: 3, passages: 3, sources: 1 },
};
const view: OutlineView = {
  thread,
  sides: { PRO: 2, CON: 1 },
  columns: {
    PRO: { shown: [item(1, {}, [item(2)]), item(3, {}, [], true)], rest: 7 },
    CON: { shown: [item(4, gone, [item(5)])], rest: 0 },
  },
};
const opening = { openedBy: person, openedAt: "2026-11-20T10:00:00.000Z" };

describe("linked data", () => {
  it("says of a thread what its page shows: no words that are gone, nothing twice", () => {
    const linked = linkedThread(view, opening, SITE) satisfies WithContext<DiscussionForumPosting>;
    expect(linked.comment.map(({ url }) => url)).toEqual([`${SITE}/a/a1`, `${SITE}/a/a5`]);
    expect(linked.comment[0]?.comment?.map(({ url }) => url)).toEqual([`${SITE}/a/a2`]);
    expect([linked.author.name, linked.datePublished, linked.commentCount]).toEqual([HOSTILE, opening.openedAt, 3]);
  });

  it("says of an argument that it is a claim of this thread, and of a tombstone nothing", () => {
    const { argument, link } = item(1);
    const focus: FocusView = {
      ...{ thread, above: [], argument: { ...argument, body: null }, link, dropped: false, places: 1 },
      ...{ previous: null, next: null, columns: view.columns },
    };
    const linked = linkedArgument(focus, SITE) satisfies WithContext<Claim> | null;
    expect(linked).toMatchObject({ "@type": "Claim", text: HOSTILE, isPartOf: { "@id": `${SITE}/t/sundays` } });
    expect(linkedArgument({ ...focus, argument: { ...focus.argument, ...gone } }, SITE)).toBeNull();
  });

  it("ends no script element, whatever people write, and reads back the same", () => {
    const linked = linkedThread(view, opening, SITE);
    const json = inScript(linked);
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(linked);
  });
});

describe("a frame for other sites", () => {
  const html = embedOf(view, SITE, "outline") + embedOf(view, SITE, "map");

  it("holds no script, no form, no handler and nothing that is fetched, whatever people write", () => {
    const elements = parseMarkup(html);
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ["script", "img", "form", "iframe", "object", "base"]) expect(names.has(name), name).toBe(false);
    for (const { attributes } of elements)
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|^src$|^style$/);
    expect(elements.filter(({ name }) => name === "link").map(({ attributes }) => attributes.rel)).toEqual([
      "canonical",
      "canonical",
    ]);
  });

  it("says what was ruled on the words that it shows", () => {
    const doubted = item(1);
    const challenges = [{ kind: "CLIPPED" as const, ruled: true, argument: "a1" }];
    const citations = doubted.argument.citations.map((one) => ({ ...one, challenges }));
    const shown = { ...doubted, argument: { ...doubted.argument, citations } };
    const columns = { ...view.columns, PRO: { shown: [shown], rest: 0 } };
    expect(embedOf({ ...view, columns }, SITE, "outline")).toContain(`${SITE}${paths.challenge("a1")}`);
  });

  it("leads out of itself, to this site alone, and hands no window on", () => {
    const links = parseMarkup(html).filter(({ name }) => name === "a");
    expect(links.length).toBeGreaterThan(5);
    const between = ["/embed/t/sundays/map", "/embed/t/sundays"];
    expect(links.map(({ attributes }) => attributes.href).filter((href) => href?.startsWith("/"))).toEqual(between);
    for (const { attributes } of links) {
      if (between.includes(attributes.href ?? "")) continue;
      expect(attributes).toMatchObject({ target: "_blank", rel: "noopener" });
      expect(attributes.href?.startsWith(SITE)).toBe(true);
    }
  });

  it("is styled by a sheet whose hash its policy names", () => {
    const { css, hash } = embedStyle();
    expect(html).toContain(`<style>${css}</style>`);
    expect(css).toMatch(/--paper: light-dark/);
    expect(css).not.toMatch(/<|url\(|@import/);
    expect(framedPolicy(hash)).toContain(`style-src '${hash}'`);
    expect(framedPolicy(hash)).toContain("frame-ancestors *");
    expect(framedPolicy(hash)).toContain("default-src 'none'");
  });
});

describe("oEmbed", () => {
  it("knows the threads of this site in every view, and nothing else", () => {
    for (const path of ["/t/sundays", "/t/sundays/flow", "/t/sundays?sort=impact", "/t/sundays#a1"])
      expect(threadAt(SITE + path, SITE), path).toEqual({ slug: "sundays", way: "outline" });
    expect(threadAt(`${SITE}/t/sundays/map`, SITE)).toEqual({ slug: "sundays", way: "map" });
    for (const url of [
      ...["https://evil.example/t/sundays", "http://forum.example/t/sundays", `${SITE}/t/new`, `${SITE}/a/0b1c`],
      ...[`${SITE}/t/`, `${SITE}/t/x/y/z`, "https://forum.example@evil.example/t/x", "https://u:p@forum.example/t/x"],
      ...["/t/sundays", "javascript:alert(1)", "", `${SITE}/t/%2e%2e/x`],
    ])
      expect(threadAt(url, SITE), url).toBeNull();
  });

  it("gives a frame within the bounds that were asked for", () => {
    const rich = oembedOf(thread, SITE, "outline", { maxwidth: 300, maxheight: 10 });
    expect(rich).toMatchObject({ version: "1.0", type: "rich", title: HOSTILE, width: 300, height: 240 });
    const [frame, ...others] = parseMarkup(rich.html);
    expect(others).toEqual([]);
    expect(frame).toMatchObject({
      name: "iframe",
      attributes: { src: `${SITE}/embed/t/sundays`, width: "300", height: "240" },
    });
    expect(parseMarkup(frameOf(thread, SITE, "map"))[0]?.attributes).toMatchObject({ width: "100%", loading: "lazy" });
  });
});

describe("the picture of a thread", () => {
  const card = (question: string) => ({ question, sides: { PRO: 13, CON: 9 }, counts: thread.counts });

  it("is 1200 by 630 pixels, whatever the question is", async () => {
    const questions = [
      "Why?",
      "W".repeat(280),
      "هل ينبغي للمكتبة أن تفتح يوم الأحد؟",
      "👩‍👩‍👧‍👦".repeat(20),
      HOSTILE,
      "é".repeat(280),
    ];
    for (const question of questions) {
      const png = await paintPicture(card(question));
      expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], question).toEqual([1200, 630]);
    }
  }, 30_000);

  it("keeps every line of the question above the rule and inside its margins", () => {
    for (const question of ["word ".repeat(56).trim(), "W".repeat(280), "字".repeat(280), "i".repeat(280), "A b"]) {
      const lines = [...pictureOf(card(question)).matchAll(/<text x="(\d+)" y="([\d.]+)" font-size="(\d+)"/g)].slice(1);
      expect(lines.length).toBeGreaterThan(0);
      for (const [, x, y, size] of lines) {
        expect(Number(x)).toBe(72);
        expect(Number(y) + Number(size) * 0.3).toBeLessThanOrEqual(504);
        expect(Number(y) - Number(size)).toBeGreaterThan(104);
      }
    }
  });

  it("is painted once for all who ask, also at once", async () => {
    const asked = Array.from({ length: 100 }, () => paintPicture(card("How often is this painted?")));
    const pictures = await Promise.all(asked);
    expect(new Set(pictures).size).toBe(1);
  });
});
