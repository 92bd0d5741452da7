import { describe, expect, it } from "vitest";
import { readPlainPage } from "#lib/text/plain-page";

describe("a page in plain text", () => {
  it("has paragraphs between blank lines, headings and lists", () => {
    expect(readPlainPage("# Rules\nBe\nkind.\r\n\r\n- one\n  goes on\n* two\n\n\n  \nThe end.")).toEqual([
      { kind: "heading", text: "Rules" },
      { kind: "paragraph", text: "Be kind." },
      { kind: "list", items: ["one goes on", "two"] },
      { kind: "paragraph", text: "The end." },
    ]);
  });

  it("means nothing else, and may be empty", () => {
    const text = "<script>alert(1)</script> [a](javascript:b) **c**";
    expect(readPlainPage(text)).toEqual([{ kind: "paragraph", text }]);
    expect(readPlainPage(" \n\n\t\n")).toEqual([]);
  });
});
