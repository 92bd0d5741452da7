import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DOCUMENT_BYTES_MAX,
  DOCUMENT_TEXT_MAX,
  DocumentError,
  documentFromText,
  plainTextOf,
  readDocument,
} from "#lib/text/document";
import { cpuMs } from "./cpu";

const text = (words: string, ...marks: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks.length ? { marks } : {}),
});
const paragraph = (...content: unknown[]) => ({ type: "paragraph", ...(content.length ? { content } : {}) });
const item = (...content: unknown[]) => ({ type: "listItem", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const link = (href: unknown) => ({ type: "link", attrs: { href } });

function codeOf(value: unknown): string | null {
  try {
    readDocument(value);
    return null;
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
}

describe("a document", () => {
  test("of every allowed node and mark is kept as it is", () => {
    const all = doc(
      paragraph(
        text("One ", { type: "bold" }),
        { type: "hardBreak" },
        text("two", link("https://example.org/"), { type: "bold" }, { type: "italic" }),
      ),
      {
        type: "bulletList",
        content: [
          item(paragraph(text("a")), { type: "orderedList", attrs: { start: 3 }, content: [item(paragraph())] }),
        ],
      },
      { type: "blockquote", content: [paragraph(text("<img src=x onerror=alert(1)>"))] },
    );
    expect(readDocument(all)).toEqual(all);
  });

  test("keeps of a link only its normal address, whatever the editor adds", () => {
    const attrs = { href: "HTTPS://Example.org", target: "_blank", rel: null, class: "x", title: "y" };
    expect(readDocument(doc(paragraph(text("a", { type: "bold" }, { type: "link", attrs }))))).toEqual(
      doc(paragraph(text("a", link("https://example.org/"), { type: "bold" }))),
    );
  });

  test("that says nothing is null", () => {
    expect(readDocument(doc())).toBeNull();
    expect(readDocument({ type: "doc" })).toBeNull();
    expect(readDocument(doc(paragraph(), paragraph(text("\u200b \u00ad"))))).toBeNull();
  });

  test("loses the empty paragraphs at its top level", () => {
    expect(readDocument(doc(paragraph(), paragraph(text("a")), paragraph()))).toEqual(doc(paragraph(text("a"))));
  });

  test.each([
    "javascript:alert(1)",
    "//evil.example",
    "ftp://a.example",
    "https://a.example@evil.example",
    "data:,a",
    "",
  ])("with a link to %j is refused", (href) => {
    expect(codeOf(doc(paragraph(text("a", link(href)))))).toBe("body-bad-link");
  });

  test.each([
    ["an address that is a list", doc(paragraph(text("a", link(["javascript:a"]))))],
    ["an address that is an object", doc(paragraph(text("a", link({ toString: "a" }))))],
    [
      "a further attribute of a link",
      doc(paragraph(text("a", { type: "link", attrs: { href: "https://a.example", onclick: "b" } }))),
    ],
    [
      "a list that starts in markup",
      doc({ type: "orderedList", attrs: { start: "1\" onclick='" }, content: [item(paragraph(text("a")))] }),
    ],
    [
      "a list that starts at a list",
      doc({ type: "orderedList", attrs: { start: [1] }, content: [item(paragraph(text("a")))] }),
    ],
    ["an empty text", doc(paragraph({ type: "text", text: "" }))],
    [
      "a text hidden in a paragraph's attributes",
      doc({ type: "paragraph", attrs: { text: "a" }, content: [text("b")] }),
    ],
    ["a text that is no string", doc(paragraph({ type: "text", text: ["a"] }))],
    ["a lone surrogate", doc(paragraph(text("a\ud800")))],
    ["no document", "a"],
    ["null", null],
  ])("with %s is not well formed", (_, value) => {
    expect(codeOf(value)).toBe("body-not-well-formed");
  });

  test.each(["iframe", "image", "heading", "codeBlock", "mention", "constructor", "__proto__", "toString", ""])(
    "with a node or mark %j is refused",
    (type) => {
      expect(codeOf(doc({ type, content: [] }))).toBe("body-unknown-node");
      expect(codeOf(doc(paragraph(text("a", { type }))))).toBe("body-unknown-node");
    },
  );

  test.each([
    ["text at the top", doc(text("a"))],
    ["a paragraph in a paragraph", doc(paragraph(paragraph(text("a"))))],
    ["a list without items", doc({ type: "bulletList", content: [paragraph(text("a"))] })],
    ["an item outside a list", doc(item(paragraph(text("a"))))],
    ["an empty quotation", doc({ type: "blockquote" }, paragraph(text("a")))],
    ["the same mark twice", doc(paragraph(text("a", { type: "bold" }, { type: "bold" })))],
  ])("with %s breaks the content rules", (_, value) => {
    expect(codeOf(value)).toBe("body-misplaced-node");
  });

  test("with NUL or buried letters is refused", () => {
    expect(codeOf(doc(paragraph(text("a\u0000b"))))).toBe("body-control-character");
    expect(codeOf(doc(paragraph(text(`a${"\u0300".repeat(50)}`))))).toBe("body-too-many-marks");
  });

  test("is measured in code points of its plain text", () => {
    expect(codeOf(doc(paragraph(text("😀".repeat(DOCUMENT_TEXT_MAX)))))).toBeNull();
    expect(codeOf(doc(paragraph(text("😀".repeat(DOCUMENT_TEXT_MAX + 1)))))).toBe("body-too-long");
  });

  test("that is too deep or too large is refused in a moment, even in a circle", () => {
    const cost = cpuMs(() => {
      let deep: unknown = paragraph(text("a"));
      for (let i = 0; i < 5000; i++) deep = { type: "blockquote", content: [deep] };
      expect(codeOf(doc(deep))).toBe("body-too-deep");
      const circle: { type: string; content: unknown[] } = { type: "blockquote", content: [] };
      circle.content.push(circle);
      expect(codeOf(doc(circle))).toBe("body-too-deep");
      expect(codeOf(doc(...Array.from({ length: 1e5 }, () => paragraph())))).toBe("body-too-large");
      expect(codeOf(doc(paragraph(text("a".repeat(DOCUMENT_BYTES_MAX)))))).toBe("body-too-large");
      const bold = Array.from({ length: 1500 }, (_, i) => text("é", ...(i % 2 ? [{ type: "bold" }] : [])));
      expect(codeOf(doc(paragraph(...bold)))).toBe("body-too-large");
    });
    expect(cost).toBeLessThan(1500);
  });
});

describe("plain text", () => {
  test("becomes paragraphs, a single line break staying one", () => {
    expect(documentFromText(" One.\r\nTwo. \n \n\nThree.")).toEqual(
      doc(paragraph(text("One."), { type: "hardBreak" }, text("Two.")), paragraph(text("Three."))),
    );
    expect(documentFromText(" \n ")).toBeNull();
  });

  test("of a document is made from all of its text and nothing else", () => {
    const read = readDocument(
      doc(
        paragraph(text("See "), text("this", link("https://example.org/"))),
        { type: "bulletList", content: [item(paragraph(text("a")), paragraph(text("b"))), item(paragraph(text("c")))] },
        {
          type: "orderedList",
          attrs: { start: 9 },
          content: [item(paragraph(text("d"), { type: "hardBreak" }, text("e")))],
        },
        { type: "blockquote", content: [paragraph(text("f"))] },
      ),
    );
    expect(read && plainTextOf(read)).toBe("See this\n\n- a\n\n  b\n- c\n\n9. d\n   e\n\nf");
  });

  test("goes into a document and out again unchanged", () => {
    const words = fc.stringMatching(/^[a-zé😀<*-]{1,9}( [a-z]{1,5}){0,3}$/u);
    const plain = fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(plain, (paragraphs) => {
        const written = paragraphs.map((lines) => lines.join("\n")).join("\n\n");
        const read = documentFromText(written);
        expect(read && plainTextOf(read)).toBe(written.normalize("NFC"));
      }),
    );
  });
});
