import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import { EXTENSIONS } from "#lib/text/extensions";

test("the editor can make exactly what the server accepts", () => {
  const { nodes, marks } = getSchema(EXTENSIONS);
  const allowed = ["blockquote", "bulletList", "doc", "hardBreak", "listItem", "orderedList", "paragraph", "text"];
  expect(Object.keys(nodes).sort()).toEqual(allowed);
  expect(Object.keys(marks).sort()).toEqual(["bold", "italic", "link"]);
});
