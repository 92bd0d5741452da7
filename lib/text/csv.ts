/** Tables as RFC 4180 has them, in UTF-8 with a byte order mark and CRLF, as spreadsheets expect. Pure. */

export type Cell = string | number | null | undefined;

/** What a spreadsheet would take for a formula is text: an apostrophe before it says so (OWASP, "CSV injection"). Some pass over blanks first. */
const inert = (text: string) =>
  /^[\t\r\n]|^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;

function cell(value: Cell): string {
  if (typeof value === "number") return `${value}`;
  const text = inert(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of a table with its head, from records that all have the same names. */
export function table(names: readonly string[], rows: Iterable<Record<string, Cell>>): string {
  let lines = `\ufeff${names.join(",")}\r\n`;
  for (const row of rows) lines += `${names.map((name) => cell(row[name])).join(",")}\r\n`;
  return lines;
}
