/** The code that lets pupils into a class: read off a wall, typed on a telephone, and beyond guessing. Pure but for chance. */
import { randomBytes } from "node:crypto";

/** Crockford's base 32: no i, l, o or u, so that nothing reads as something else or as a word. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 10 × 5 = 50 random bits: a thousand codes in force and a thousand guesses an hour hit once in 120,000 years. */
export const CODE_LENGTH = 10;

/** A code as it is kept and compared. */
export const newCode = (): string => Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte & 31]).join("");

/** As it is compared: what was typed, with look-alikes folded, and neither case, spaces nor hyphens. That takes nothing from the bits that were drawn. */
export function foldCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
}

/** As it stands on a wall: capitals in two halves. */
export function shownCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)}-${code.slice(half)}`.toUpperCase();
}
