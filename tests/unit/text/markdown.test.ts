import { expect, test } from "vitest";
import type { Block, Inline, Mark } from "#lib/text/document";
import { markdownOf } from "#lib/text/markdown";

const text = (words: string, ...marks: Mark[]): Inline => ({ type: "text", text: words, marks });
const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });
const written = (...content: Block[]) => markdownOf({ type: "doc", content });
const bold: Mark = { type: "bold" };
const italic: Mark = { type: "italic" };

test("marks nest and leave white space outside", () => {
  expect(written(paragraph(text("a"), text(" b ", bold), text("c", bold, italic), text(" d")))).toBe("a **b *c*** d");
  expect(written(paragraph(text(" * x", italic)))).toBe("*\\* x*");
});

test("a link keeps its address, parentheses and all", () => {
  const link: Mark = { type: "link", attrs: { href: "https://example.org/a_(b)" } };
  expect(written(paragraph(text("see "), text("th[is]", link), text(" one", link, italic)))).toBe(
    "see [th\\[is\\] *one*](https://example.org/a_%28b%29)",
  );
});

test.each([
  ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
  ["![x](javascript:a)", "!\\[x\\](javascript:a)"],
  ["# a # b", "\\# a # b"],
  ["---", "\\---"],
  ["===", "\\==="],
  ["+ a - b", "\\+ a - b"],
  ["1990. A year", "1990\\. A year"],
  ["1) a", "1\\) a"],
  ["    code", "code"],
  ["```js", "\\`\\`\\`js"],
  ["a | b ~~c~~ &lt; R&D", "a \\| b \\~\\~c\\~\\~ \\&lt; R&D"],
  ["a\\", "a\\\\"],
])("%j reads as it was written", (raw, markdown) => {
  expect(written(paragraph(text(raw)))).toBe(markdown);
});

test("a line after a break cannot open a heading either", () => {
  expect(written(paragraph(text("a\\"), { type: "hardBreak" }, text("# b"), { type: "hardBreak" }))).toBe(
    "a\\\\\\\n\\# b",
  );
});

test("lists and quotations nest by indent", () => {
  const list: Block = {
    type: "orderedList",
    attrs: { start: 9 },
    content: [
      {
        type: "listItem",
        content: [
          paragraph(text("a")),
          { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("b"))] }] },
        ],
      },
      { type: "listItem", content: [paragraph(text("c"))] },
    ],
  };
  expect(written({ type: "blockquote", content: [paragraph(text("q")), list] })).toBe(
    "> q\n> \n> 9. a\n> \n>    - b\n> 10. c",
  );
});
