import fc from "fast-check";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { linesOf, textWidth } from "#lib/maps/text-width";
import { hostileText } from "./hostile";

const FACE = "node_modules/@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf";
const face = new PDFDocument({ autoFirstPage: false }).font(FACE);
const set = (text: string) => face.fontSize(13.5).widthOfString(text);
/** Without kerning, which sets a few pairs apart, as an f before a bracket, by up to an eighth of the size. */
const unkerned = (text: string) => face.fontSize(13.5).widthOfString(text, { features: { kern: false } as never });

describe("the width of a text", () => {
  test("is never less than the face's own letters take, and little more where it is prose", () => {
    const prose = "A state may be overwhelmed without meaning to degrade anyone: “naïve” or not – that’s Łódź’s 61 %.";
    expect(textWidth(prose, 13.5)).toBeGreaterThan(set(prose));
    expect(textWidth(prose, 13.5)).toBeLessThan(set(prose) * 1.1);
    const letters = fc.constantFrom(..."abcdefgWMij ,.'’“”–—…ÄéñšŻĐßæŒØøŁłŊŒЩЮжωΩ№%&@1234567890()[]{}/\\");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 30 }), (text) => {
        expect(textWidth(text, 13.5)).toBeGreaterThanOrEqual(unkerned(text) - 0.01);
      }),
    );
  });

  test("is none for marks and signs of format", () => {
    expect(textWidth("e\u0301\u200b\u202e", 10)).toBe(textWidth("e", 10));
    expect(textWidth("é", 10)).toBe(textWidth("e", 10));
  });
});

describe("the lines of a text", () => {
  const room = { size: 13.5, width: 212, most: 4 };

  test("fit, whatever is written, and are no more than asked for", () => {
    fc.assert(
      fc.property(hostileText(200), fc.integer({ min: 1, max: 5 }), (text, most) => {
        const lines = linesOf(text, { ...room, most });
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) if ([...line].length > 2) expect(textWidth(line, room.size)).toBeLessThanOrEqual(212);
      }),
    );
  });

  test("say all that was written where there is room, and end with an ellipsis where there is none", () => {
    const claim = "The crowding follows from the number arrested. A state may be overwhelmed without meaning to.";
    expect(linesOf(claim, room).join(" ")).toBe(claim);
    const cut = linesOf(claim, { ...room, most: 2 });
    expect(cut).toHaveLength(2);
    expect(cut.join(" ")).toMatch(/…$/);
    expect(claim).toContain(cut.join(" ").slice(0, -1));
  });

  test("break a word that is wider than a line, and no word besides", () => {
    const long = "x".repeat(90);
    const lines = linesOf(`a ${long} b`, { ...room, most: 9 });
    expect(lines[0]).toBe("a");
    expect(lines.slice(1).join("")).toBe(`${long} b`);
  });

  test("keep two marks on a letter, however many were heaped on it", () => {
    expect(linesOf(`o${"\u0336".repeat(50)}k`, room)).toEqual(["o\u0336\u0336k"]);
  });

  test("are none of nothing", () => {
    expect(linesOf(" \n\u0007", room)).toEqual([]);
  });
});
