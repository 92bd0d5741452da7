import { describe, expect, it } from "vitest";
import { type Arrow, endsOf, extended, moved, type Walk } from "#lib/sources/walk";

/** Three paragraphs of three, one and two sentences. */
const LENGTHS = [3, 1, 2];
const ground = { paragraphs: LENGTHS.length, sentencesIn: (paragraph: number) => LENGTHS[paragraph] ?? 0 };

const at = (paragraph: number, sentence: number): Walk => ({
  anchor: { paragraph, sentence },
  focus: { paragraph, sentence },
});

/** Keys as they are pressed, "+" with Shift; the answer as "0.0-0.2". */
function walk(from: Walk, ...keys: string[]): string {
  const end = keys.reduce((now, key) => {
    const arrow = `Arrow${key.replace("+", "")}` as Arrow;
    return key.startsWith("+") ? extended(now, arrow, ground) : moved(now, arrow, ground);
  }, from);
  return endsOf(end)
    .map(({ paragraph, sentence }) => `${paragraph}.${sentence}`)
    .join("-");
}

describe("the keyboard's walk", () => {
  it("goes from sentence to sentence, over the ends of paragraphs", () => {
    expect(walk(at(0, 0), "Right")).toBe("0.1-0.1");
    expect(walk(at(0, 2), "Right", "Right")).toBe("2.0-2.0");
    expect(walk(at(2, 0), "Left", "Left")).toBe("0.2-0.2");
  });

  it("takes whole paragraphs up and down", () => {
    expect(walk(at(0, 1), "Down")).toBe("1.0-1.0");
    expect(walk(at(0, 1), "Down", "Down")).toBe("2.0-2.1");
    expect(walk(at(2, 1), "Up", "Up")).toBe("0.0-0.2");
  });

  it("goes into what is selected before it goes beyond it", () => {
    expect(walk(at(1, 0), "Up", "Right")).toBe("0.0-0.0");
    expect(walk(at(1, 0), "Up", "Left")).toBe("0.2-0.2");
  });

  it("stays where the text ends", () => {
    expect(walk(at(0, 0), "Left")).toBe("0.0-0.0");
    expect(walk(at(2, 1), "Right")).toBe("2.1-2.1");
    expect(walk(at(2, 1), "Down")).toBe("2.0-2.1");
    expect(walk(at(2, 1), "+Right", "+Down")).toBe("2.1-2.1");
  });

  it("extends by sentences and takes them back", () => {
    expect(walk(at(0, 1), "+Right", "+Right")).toBe("0.1-1.0");
    expect(walk(at(0, 1), "+Right", "+Left")).toBe("0.1-0.1");
    expect(walk(at(0, 1), "+Left")).toBe("0.0-0.1");
  });

  it("extends to the end of a paragraph, and then of the next", () => {
    expect(walk(at(0, 1), "+Down")).toBe("0.1-0.2");
    expect(walk(at(0, 1), "+Down", "+Down")).toBe("0.1-1.0");
    expect(walk(at(2, 1), "+Up", "+Up")).toBe("1.0-2.1");
  });
});
