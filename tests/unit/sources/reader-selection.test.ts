import { describe, expect, it } from "vitest";
import { selectedIn } from "#lib/sources/selection";
import { paragraphsOf } from "#lib/text/canonical";
import { sliceCodePoints } from "#lib/text/code-points";

const TEXT = [
  "The 💰 fee would be low, he said. Nobody paid 40,000 of it.",
  "Short one.",
  "It’s a longer paragraph with a well-known word in it.",
].join("\n\n");
const paragraphs = paragraphsOf(TEXT);
const place = (words: string) => [...TEXT.slice(0, TEXT.indexOf(words))].length;
const select = (from: string, to: string) => selectedIn(paragraphs, place(from), place(to) + [...to].length);

describe("selected words", () => {
  it("go out to whole words, and stand at the places they name", () => {
    const selected = select("ould be", "he sa");
    expect(selected?.words).toBe("would be low, he said");
    expect(sliceCodePoints(TEXT, selected?.from ?? 0, selected?.to)).toBe("would be low, he said");
  });

  it("go out of a figure, a joined word and an apostrophe", () => {
    expect(select("Nobody paid 40", "40")?.words).toBe("Nobody paid 40,000");
    expect(select("s a longer", "a well")?.words).toBe("It’s a longer paragraph with a well-known");
  });

  it("leave the space at their ends", () => {
    expect(selectedIn(paragraphs, place(" fee"), place("would"))?.words).toBe("fee");
  });

  it("are none where only space is selected, or what lies between paragraphs", () => {
    expect(selectedIn(paragraphs, place(" fee"), place("fee"))).toBeNull();
    const first = paragraphs[0];
    expect(selectedIn(paragraphs, first?.end ?? 0, (first?.end ?? 0) + 2)).toBeNull();
  });

  it("know the paragraph in which they begin and where that starts in which they end", () => {
    const selected = select("Nobody", "longer");
    expect(selected).toMatchObject({ paragraph: 1, home: paragraphs[2]?.start });
    expect(selected?.words).toBe("Nobody paid 40,000 of it. Short one. It’s a longer");
  });

  it("are too short below twenty characters, unless they are a whole paragraph", () => {
    expect(select("would be", "low")?.flaw).toBe("short");
    expect(select("would be", "he said")?.flaw).toBeNull();
    expect(select("Short one.", "Short one.")?.flaw).toBeNull();
  });

  it("are too long beyond 600 characters of a paragraph, and beyond 1,200 of several", () => {
    const long = paragraphsOf(
      [400, 400, 401, 601]
        .map((length) =>
          "word "
            .repeat(130)
            .slice(0, length - 1)
            .concat("."),
        )
        .join("\n\n"),
    );
    const [a, b, c, d] = long;
    expect(selectedIn(long, a?.start ?? 0, b?.end ?? 0)?.flaw).toBeNull();
    expect(selectedIn(long, a?.start ?? 0, c?.end ?? 0)?.flaw).toBe("long");
    expect(selectedIn(long, d?.start ?? 0, d?.end ?? 0)?.flaw).toBe("long");
  });
});
