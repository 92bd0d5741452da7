/** Opaque public ids: lower-case letters and digits, safe in URLs and in every export format. */
import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: nothing that reads as something else
/** 16 × 5 bits = 80: a guess among a billion ids hits once in 10^15 tries. */
const LENGTH = 16;

export function newId(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join("");
}
