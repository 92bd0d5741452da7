/** What a schema finds wrong with a request's content, as a list that a program can read. */
import type { z } from "zod";
import { hasSentence, sentence } from "#lib/sentence";

export interface Flaw {
  /** Dotted, from the root: `citations.0.quote`. */
  path: string;
  code: string;
  detail: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** As many as somebody mends at once; a million unknown keys are no reason for a million lines. */
const FLAWS_MAX = 20;

/** What zod says in its own words has no sentence of ours. */
const codeOf = (message: string) => (hasSentence(message) ? message : "field-unfit");

const flaw = (path: Path, code: string): Flaw => ({
  path: path.map(String).join("."),
  code,
  detail: sentence({ code, values: {} }),
});

function flawsOfIssue(issue: Issue, above: Path): Flaw[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, FLAWS_MAX).map((key) => flaw([...path, key], "field-unknown"));
  }
  // Of several forms that would do, the one that was nearly met.
  const [nearest] = issue.code === "invalid_union" ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  return nearest?.length ? nearest.flatMap((one) => flawsOfIssue(one, path)) : [flaw(path, codeOf(issue.message))];
}

/** In the order of the schema; the first gives the whole refusal its code. */
export function flawsOf(error: z.ZodError): [Flaw, ...Flaw[]] {
  const flaws = error.issues.flatMap((issue) => flawsOfIssue(issue, [])).slice(0, FLAWS_MAX);
  return flaws as [Flaw, ...Flaw[]];
}

/** Characters that a database refuses or silently replaces, in whatever text of a content. */
export function brokenText(value: unknown, path: Path = []): Flaw | null {
  if (typeof value === "string") {
    if (value.includes("\0")) return flaw(path, "control-character");
    return value.isWellFormed() ? null : flaw(path, "not-well-formed");
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = brokenText(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}
