/**
 * JSON from outside. `JSON.parse` recurses, and so does whatever walks its result, so a few kilobytes of brackets can
 * exhaust the stack: the depth is counted first.
 */

/** Our deepest honest input, a list in a list in a list in a document, has about twenty levels. */
const MAX_DEPTH = 32;

function checkDepth(text: string, maxDepth: number): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "[" || c === "{") {
      if (++depth > maxDepth) throw new RangeError("too-deep");
    } else if (c === "]" || c === "}") depth--;
  }
}

/**
 * The value of a JSON text. Keys named `__proto__` are dropped; of a key that stands twice the last counts.
 * Throws `RangeError("too-deep")` beyond `maxDepth` nested arrays and objects, `SyntaxError` for what is not JSON, a
 * byte order mark included.
 */
export function parseJson(text: string, { maxDepth = MAX_DEPTH } = {}): unknown {
  checkDepth(text, maxDepth);
  return JSON.parse(text, (key, value) => (key === "__proto__" ? undefined : value));
}

/** A value as JSON that may stand in a script element: nothing in it ends the element, or a line of script. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
