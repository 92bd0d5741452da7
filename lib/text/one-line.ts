/**
 * A text in one line: line breaks and tabs, with the white space around them, become one space. In linear time, which a
 * pattern that looks for "white space, break, white space" does not take.
 */
export function oneLine(text: string): string {
  const lines = text.split(/[\r\n\t]+/);
  const last = lines.length - 1;
  if (last === 0) return text;
  const trimmed = lines.map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()));
  return trimmed.filter((line, i) => line !== "" || i === 0 || i === last).join(" ");
}
