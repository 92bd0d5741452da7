/**
 * A digest of the seed: an article's facts in our own words, as a Markdown file. Its front matter says what it is a
 * digest of, one `key: value` a line, where a value is bare, a JSON string or null; the rest is its text.
 */
import { canonicalText } from "#lib/text/canonical";

export interface Digest {
  slug: string;
  headline: string;
  outlet: string | null;
  byline: string | null;
  /** As YYYY-MM-DD. */
  published: string | null;
  kind: "digest";
  note: string;
  /** The canonical text of its only version. */
  text: string;
}

function frontMatter(lines: string): Map<string, string | null> {
  return new Map(
    lines.split("\n").map((line) => {
      const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
      if (key === undefined || value === undefined) throw new SyntaxError(`front matter: ${line}`);
      if (value === "null") return [key, null];
      return [key, value.startsWith('"') ? String(JSON.parse(value)) : value];
    }),
  );
}

/** Reads a digest; throws a SyntaxError that names what is missing. */
export function readDigest(markdown: string): Digest {
  const [, front = "", text = ""] = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/.exec(markdown) ?? [];
  const fields = frontMatter(front);
  const optional = (key: string) => {
    const value = fields.get(key);
    if (value === undefined) throw new SyntaxError(`front matter lacks ${key}`);
    return value;
  };
  const required = (key: string) => {
    const value = optional(key);
    if (value === null) throw new SyntaxError(`front matter lacks ${key}`);
    return value;
  };
  if (required("kind") !== "digest") throw new SyntaxError("front matter: not a digest");
  return {
    slug: required("slug"),
    headline: required("headline"),
    outlet: optional("outlet"),
    byline: optional("byline"),
    published: optional("published"),
    kind: "digest",
    note: required("note"),
    text: canonicalText(text),
  };
}
