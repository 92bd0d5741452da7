/**
 * One spelling for each JSON value, so that equal values have equal hashes: the JSON Canonicalization Scheme,
 * RFC 8785. Members stand in the order of their names' UTF-16 units, without white space; numbers and strings are
 * spelt as ECMAScript spells them, which is what the RFC asks for.
 *
 * Throws a TypeError on what JSON cannot say: undefined, numbers that are not finite, lone surrogates, and objects
 * of a class.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "string" && value.isWellFormed()) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isPlainObject(value)) {
    // Array.prototype.sort without a comparison compares UTF-16 units.
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${canonicalJson(name)}:${canonicalJson(value[name])}`).join(",")}}`;
  }
  throw new TypeError("JSON has no such value");
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const parent = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}
