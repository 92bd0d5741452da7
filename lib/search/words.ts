/**
 * A search's words as PostgreSQL read them (`websearch_to_tsquery`), and the questions that are made of them. The text of
 * a tsquery is a row of lexemes in single quotes, a quote inside doubled, with `&`, `|`, `<->`, `!` and brackets between.
 */

export interface Words {
  /** What is looked for. */
  all: string;
  /** The same, all of it in the heading. */
  head: string;
  /** Any word that may be marked where it stands. */
  any: string;
}

const LEXEME = /'(?:[^']|'')*'/g;
const TOKEN = /'(?:[^']|'')*'|[!()]/g;

/** The lexemes that are wanted, not those that are to be absent. */
function wanted(query: string): string[] {
  const found: string[] = [];
  let [depth, without] = [0, Number.POSITIVE_INFINITY];
  let negated = false;
  for (const [token] of query.matchAll(TOKEN)) {
    if (token === "!") negated = true;
    else if (token === "(") {
      depth += 1;
      if (negated && depth < without) without = depth;
      negated = false;
    } else if (token === ")") {
      if (depth === without) without = Number.POSITIVE_INFINITY;
      depth -= 1;
    } else {
      if (!negated && depth < without) found.push(token);
      negated = false;
    }
  }
  return [...new Set(found)];
}

/** Null where there is nothing to look for: signs alone, words that stand everywhere, or only what is not wanted. */
export function wordsOf(query: string): Words | null {
  const any = wanted(query);
  if (any.length === 0) return null;
  return { all: query, head: query.replace(LEXEME, "$&:A"), any: any.join(" | ") };
}

/** The same words where they have this weight. */
export const weighing = (query: string, weight: "B" | "C"): string => query.replace(LEXEME, `$&:${weight}`);
