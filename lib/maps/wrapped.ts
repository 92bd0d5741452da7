import { codePointLength } from "#lib/text/code-points";

/** Text broken into lines of about so many code points, for the boxes of drawn maps; long words stand alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let length = 0;
  for (const word of text.split(/\s+/)) {
    if (word === "") continue;
    const more = codePointLength(word);
    if (length > 0 && length + 1 + more > width) {
      lines.push(line);
      [line, length] = [word, more];
    } else if (length > 0) {
      line += ` ${word}`;
      length += 1 + more;
    } else [line, length] = [word, more];
  }
  return length === 0 ? lines : [...lines, line];
}

/** A text cut at a word to so many code points at most, with a sign that says so. */
export function shortened(text: string, max: number): string {
  const points = [...text];
  if (points.length <= max) return text;
  return `${points
    .slice(0, max - 1)
    .join("")
    .replace(/\s\S*$/, "")}…`;
}
