/** A reference as runs of text: pages set them, what is copied has their words alone. */

export type Run = string | { italic: string } | { address: string };

export function plain(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === "string" ? run : "italic" in run ? run.italic : run.address)).join("");
}

/** Closes a text with a mark, inside the quotation marks at its end; a text that ends in a mark of its own keeps it. */
export function closed(text: string, mark: "." | ","): string {
  return text.replace(/([^.?!’'”"])([’'”"]*)$/u, `$1${mark}$2`);
}

/** A title in double quotation marks, closed inside them. */
export function quoted(title: string, mark: "." | ","): string {
  return inMarks(closed(nested(title), mark));
}

/** Words in double quotation marks. */
export const inMarks = (words: string): string => `“${words}”`;

/** A pair of double marks with what is between them, or one that has lost its other to a cut. */
const DOUBLE = /“([^“”]*)”|[“”"]/gu;
/** A pair of single marks; an apostrophe inside a word closes none. */
const SINGLE = /‘([^‘]*?)’(?!\p{L})/gu;
/** What a straight mark that opens stands behind. */
const BEFORE_OPENING = /(?:^|[\s([—–])$/u;

/** Words made ready for double quotation marks around them: those within become single, and single ones in these double. */
export function nested(words: string): string {
  return words.replace(DOUBLE, (mark: string, inner: string | undefined, at: number) => {
    if (inner !== undefined) return `‘${inner.replace(SINGLE, "“$1”")}’`;
    return mark === "“" || (mark === '"' && BEFORE_OPENING.test(words.slice(0, at))) ? "‘" : "’";
  });
}

/** Parts as sentences, one after another; what is not known is left out. */
export function sentences(...parts: (Run | Run[] | undefined)[]): Run[] {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => sentence(Array.isArray(part) ? part : [part]))
    .flatMap((runs, index) => (index === 0 ? runs : [" ", ...runs]));
}

function sentence(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (typeof last === "string") return [...runs.slice(0, -1), closed(last, ".")];
  return /[.?!]$/.test(plain(runs)) ? runs : [...runs, "."];
}

/** Parts of one sentence with commas between them; what is not known is left out. */
export function enumerated(...parts: (Run | Run[] | undefined)[]): Run[] {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (Array.isArray(part) ? part : [part]))
    .flatMap((runs, index) => (index === 0 ? runs : [", ", ...runs]));
}
