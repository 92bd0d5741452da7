import { describe, expect, test } from "vitest";
import { paragraphsOf } from "#lib/text/canonical";
import { readDigest } from "#prisma/seed/digest";
import { articles, copiedRuns, plainWords, quotedIn, says, sentenceCount, untidy } from "./prose";
import { digests, read } from "./reading";

describe.each([...digests])("the digest %s", (slug, digest) => {
  const paragraphs = paragraphsOf(digest.text).map(({ text }) => text);

  test("says whose it is, and what it is", () => {
    expect(digest).toMatchObject({
      slug,
      kind: "digest",
      note: expect.stringMatching(/digest written for this forum/),
    });
  });

  test("has 12 to 20 tidy paragraphs of one to four sentences", () => {
    expect(paragraphs.length).toBeGreaterThanOrEqual(12);
    expect(paragraphs.length).toBeLessThanOrEqual(20);
    const sound = (p: string) =>
      untidy(p).length === 0 && sentenceCount(p) >= 1 && sentenceCount(p) <= 4 && /[.!?]”?$/u.test(p);
    expect(paragraphs.filter((p) => !sound(p))).toEqual([]);
  });

  test("is canonical in its file already, so that its places are those of the file", () => {
    expect(read(`digests/${slug}.md`).trimEnd().endsWith(digest.text)).toBe(true);
  });

  test("quotes short statements alone", () => {
    expect(paragraphs.flatMap(quotedIn).filter((quoted) => plainWords(quoted).length > 25)).toEqual([]);
  });

  test.runIf(articles.length > 0)("copies no seven words but what it quotes, and that exactly", () => {
    expect(copiedRuns([digest.note, ...paragraphs].join("\n\n"))).toBe(0);
    const [article = "", ...others] = articles.filter((text) => says(text, digest.headline));
    expect(others).toEqual([]);
    expect(paragraphs.flatMap(quotedIn).filter((quoted) => !says(article, quoted))).toEqual([]);
    expect(digest.byline === null || says(article, digest.byline)).toBe(true);
  });
});

test("a digest's file without a front matter, or with half of one, is refused", () => {
  const whole = read(`digests/${[...digests.keys()][0]}.md`);
  expect(() => readDigest("Only text.")).toThrow(SyntaxError);
  expect(() => readDigest(whole.replace(/^note: .*\n/m, ""))).toThrow("front matter lacks note");
  expect(() => readDigest(whole.replace("kind: digest", "kind: article"))).toThrow("not a digest");
  expect(() => readDigest(whole.replace(/^slug: .*$/m, "slug: null"))).toThrow("front matter lacks slug");
});
