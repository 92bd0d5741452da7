import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestWords } from "#lib/sources/nearest";
import { findQuotation } from "#lib/sources/quotation";
import { sliceCodePoints } from "#lib/text/code-points";
import { cpuMs } from "../text/cpu";

const LENGTHS = { min: 20, max: 600 };
const TEXT = [
  "The harbour board said on Tuesday that it’s going to close the “floating bridge” for repairs — the third time this winter.",
  "Islanders who depend on the ferry were not asked, and no well-known remedy was offered to the fishermen.",
  "Short heading",
  "The harbour master 🚢 ﬁnally said that the ferry would be back before the spring tides, weather permitting.",
].join("\n\n");
const nearest = (quote: string) => nearestWords(TEXT, quote, LENGTHS);

describe("the nearest words", () => {
  test.each([
    ['it\'s going to close the "floating bridge" for repairs', "it’s going to close the “floating bridge” for repairs"],
    ["for repairs - the third\u00a0time this winter.", "for repairs — the third time this winter."],
    ["no well-\nknown remedy was offered", "no well-known remedy was offered"],
    ["depend on the fer-\nry were not asked", "depend on the ferry were not asked"],
    ["finally said that the fer\u00adry would be back", "ﬁnally said that the ferry would be back"],
    ["“floating bridge”   for repairs", "“floating bridge” for repairs"],
  ])("to %j differ in typography alone", (quote, words) => {
    expect(nearest(quote)).toMatchObject({ words, typographyOnly: true });
  });

  test.each([
    [
      "The harbour board said on Monday that it is going to shut",
      "The harbour board said on Tuesday that it’s going to close",
      1,
    ],
    ["Islanders that depend on the ferry weren’t asked", "Islanders who depend on the ferry were not asked", 2],
    ["the ferry will be back before the spring tide", "the ferry would be back before the spring tides", 4],
    ["ISLANDERS WHO DEPEND … FERRY WERE NOT ASKED", "Islanders who depend on the ferry were not asked", 2],
  ])("to %j are a sentence's own", (quote, words, paragraph) => {
    expect(nearest(quote)).toMatchObject({ words, paragraph, typographyOnly: false });
  });

  test("are at their places in code points", () => {
    const result = nearest("finally said that the ferry");
    expect(result && sliceCodePoints(TEXT, result.start, result.end)).toBe("ﬁnally said that the ferry");
  });

  test("are as many as a quotation needs", () => {
    const text = "We saw it go by at sea, all of us.\n\nSo it went.";
    expect(nearestWords(text, "We … saw … it … go … by", LENGTHS)).toMatchObject({ words: "We saw it go by at sea" });
    expect(nearestWords(text, "go … by … at … sea … all … of … us", LENGTHS)).toMatchObject({
      words: "go by at sea, all of us",
    });
    const end = "We saw it go by and then we went to sea";
    expect(nearestWords(end, "then … we … went … to … sea", LENGTHS)).toMatchObject({
      words: "and then we went to sea",
    });
    expect(nearestWords(text, "So … … … it … … … went", LENGTHS)).toMatchObject({ words: "So it went." });
  });

  test("are no more than a quotation may have", () => {
    const words = nearestWords(TEXT, "Islanders that depend on the ferry weren’t asked", { min: 20, max: 30 })?.words;
    expect(words).toBe("Islanders who depend on the");
  });

  test("are found by forms of words, by rare words among common ones, and not by words far apart", () => {
    const forms = "All day the islander carried the heavy parcels quickly.";
    expect(nearestWords(forms, "islanders carry the heavier parcel quickly", LENGTHS)?.words).toBe(
      "islander carried the heavy parcels quickly",
    );
    const decoys = Array.from({ length: 5 }, () => "Then the plan of the year in the way to the end.").join("\n\n");
    const quote = "the mail of the islands in the boat to the quay";
    const rare = "They carry its mail of these islands in every boat to another quay.";
    expect(nearestWords(`${decoys}\n\n${rare}`, quote, LENGTHS)?.paragraph).toBe(6);
    const apart = `The old ferry left the stone quay at night. ${"Gulls cried. ".repeat(40)}It was noon.`;
    expect(nearestWords(apart, "the old ferry left the stone quay at noon", LENGTHS)?.start).toBe(0);
  });

  test("are none where nothing is similar", () => {
    expect(nearest("Parliament passed the budget after a long night of votes")).toBeNull();
    expect(nearest("the the the the the the the")).toBeNull();
    expect(nearest("… — !? … — !? … — !? …")).toBeNull();
    expect(nearestWords("", "words that are not there", LENGTHS)).toBeNull();
  });

  test("can always be quoted as they are", () => {
    const words = TEXT.split(/\s+/);
    let hits = 0;
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.integer({ min: 4, max: 20 }), fc.nat(40), (from, count, swap) => {
        const taken = words.slice(from, from + count).map((w, i) => (i === swap ? "heron" : w.replace(/[.,“”]/g, "")));
        const result = nearest(taken.join(" "));
        if (result === null) return;
        hits++;
        expect(findQuotation(TEXT, { quote: result.words, start: result.start, end: result.end }).ok).toBe(true);
      }),
    );
    expect(hits).toBeGreaterThan(50);
  });

  test("are found in 50,000 words within a moment", () => {
    const stock = Array.from(
      { length: 3000 },
      (_, i) => `${"bcdfghklmnprst"[i % 14]}${"aeiou"[i % 5]}${i.toString(36)}`,
    );
    let seed = 7;
    const next = () => {
      seed = (seed * 48271) % 2147483647;
      return stock[seed % (seed % 3 ? 3000 : 40)] ?? "";
    };
    const paragraphs = Array.from({ length: 500 }, () => Array.from({ length: 100 }, next).join(" "));
    const target = paragraphs[321]?.split(" ").slice(5, 105) ?? [];
    const quote = target
      .map((w, i) => (i % 9 === 4 ? "heron" : w))
      .join(" ")
      .slice(0, 600);
    const text = paragraphs.join("\n\n");
    const times = Array.from({ length: 5 }, () =>
      cpuMs(() => expect(nearestWords(text, quote, LENGTHS)?.paragraph).toBe(322)),
    );
    // The promise is 50 ms on an idle machine; collecting garbage on other threads counts here too.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});
