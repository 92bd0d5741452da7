/** A PDF of one typeface, written by hand for tests: its lines break as a typesetter's do. */

const SIZE = 10;
const LEADING = 14;
const LEFT = 72;
const TOP = 720;
const LINES = 46;

/** Lines of at most `columns` characters; a word that ends a paragraph's line may be parted by a hyphen. */
export function brokenInto(columns: number, text: string): string[] {
  const lines = [""];
  for (const word of text.split(/(?<=-)|\s/)) {
    const line = lines.at(-1) as string;
    const next = line === "" || line.endsWith("-") ? line + word : `${line} ${word}`;
    if (next.length <= columns) lines[lines.length - 1] = next;
    else lines.push(word);
  }
  return lines;
}

/** WinAnsi, as far as English articles need it. */
const CODES: Record<string, number> = { "’": 0x92, "‘": 0x91, "“": 0x93, "”": 0x94, "–": 0x96, "—": 0x97, "…": 0x85 };
const shown = (text: string) => {
  const codes = [...text].map((letter) => CODES[letter] ?? letter.charCodeAt(0));
  return `<${Buffer.from(codes).toString("hex")}>`;
};

/** What else stands in the file's objects, as PDF writes it. */
interface Extras {
  info?: string;
  encrypt?: string;
  catalog?: string;
  resources?: string;
  font?: string;
  /** How many pages it says it has. */
  count?: number;
}

/** One entry a paragraph, of lines; a blank line parts two, where they fit on the page. */
export function pdfOf(paragraphs: string[][], { edge, ...extras }: Extras & { edge?: string } = {}): Buffer {
  const lines = paragraphs.flatMap((paragraph, i) => (i > 0 ? ["", ...paragraph] : paragraph));
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES) pages.push(lines.slice(at, at + LINES));
  const contents = pages.map((page, number) => {
    const words = page.map((line, i) => (line ? `1 0 0 1 ${LEFT} ${TOP - i * LEADING} Tm ${shown(line)} Tj` : ""));
    const foot = edge ? [`1 0 0 1 ${LEFT} 40 Tm ${shown(`${edge} ${number + 1}`)} Tj`] : [];
    return `BT /F1 ${SIZE} Tf ${[...words, ...foot].join("\n")} ET`;
  });
  return pdfOfContents(
    contents.map((content) => ({ content: Buffer.from(content) })),
    extras,
  );
}

/** A PDF whose pages are drawn by these streams. */
export function pdfOfContents(
  pages: { content: Uint8Array; filter?: string }[],
  { info = "", encrypt = "", catalog = "", resources = "", font: fontExtras = "", count = pages.length }: Extras = {},
): Buffer {
  const FIRST = 5;
  const kids = pages.map((_, i) => `${FIRST + 2 * i} 0 R`).join(" ");
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [${"600 ".repeat(256)}] ${fontExtras} >>`;
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    font,
    `<< ${info} >>`,
  ];
  for (const [i, { content, filter = "" }] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${FIRST + 2 * i + 1} 0 R >>`,
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} ${filter} >>\nstream\n`),
        content,
        Buffer.from("\nendstream"),
      ]),
    );
  }
  const places: number[] = [];
  const parts = [Buffer.from("%PDF-1.4\n")];
  let at = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    places.push(at);
    parts.push(part);
    at += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${encrypt} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer)]);
}
