/**
 * A page in plain text, as whoever runs the forum writes it: paragraphs between blank lines, headings after `#`, list
 * items after `-`. Nothing else means anything, so no word of it can become markup. Pure.
 */

export type PlainBlock =
  | { kind: "heading"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "paragraph"; text: string };

/** Lines of one paragraph are joined, as are those that go on a list item. */
export function readPlainPage(text: string): PlainBlock[] {
  const blocks = text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n+/);
  return blocks.flatMap((block): PlainBlock[] => {
    const lines = block.split("\n").filter((line) => line.trim() !== "");
    const [first] = lines;
    if (first === undefined) return [];
    const heading = /^#{1,6}\s+(.+)$/.exec(first);
    if (heading)
      return [{ kind: "heading", text: joined([heading[1] ?? ""]) }, ...readPlainPage(lines.slice(1).join("\n"))];
    if (!/^\s*[-*]\s/.test(first)) return [{ kind: "paragraph", text: joined(lines) }];
    const items: string[][] = [];
    for (const line of lines) {
      const item = /^\s*[-*]\s+(.*)$/.exec(line);
      if (item) items.push([item[1] ?? ""]);
      else items.at(-1)?.push(line);
    }
    return [{ kind: "list", items: items.map(joined) }];
  });
}

const joined = (lines: string[]) =>
  lines
    .map((line) => line.trim())
    .join(" ")
    .normalize("NFC");
