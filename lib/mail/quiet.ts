/**
 * Words of strangers in a letter of ours. Mail programs turn whatever looks like an address into a link, and a reader
 * trusts what we send: so nothing that people wrote may look like one there.
 */
import { oneLine } from "#lib/text/one-line";

/** What stands where an address stood. */
const LEFT_OUT = "[…]";

const SCHEME = /:\/\/|^\W*(?:mailto|tel|sms|data|javascript):/i;

/** Words as they may stand in a letter: in one line, without addresses, angle brackets and what cannot be seen. */
export function quiet(words: string): string {
  return oneLine(words)
    .replace(/[[\p{Cc}\p{Cf}]--[\u200c\u200d]]|[<>]/gv, "")
    .split(/(\s+)/)
    .map((word) => (looksLikeAddress(word) ? LEFT_OUT : word))
    .join("");
}

const looksLikeAddress = (word: string): boolean =>
  SCHEME.test(word) || /.@./.test(word) || word.split(/[^\p{L}\p{N}.-]+/u).some(isHost);

/** Two labels or more, the last of them two characters or more and beginning with a letter: not `U.S.`, not `4.76`. */
function isHost(word: string): boolean {
  const labels = word.split(".").filter((label) => label !== "");
  return labels.length > 1 && /^\p{L}[\p{L}\p{N}-]/u.test(labels.at(-1) ?? "");
}

/** A person's name, or their handle where the name is no name: a handle has letters, digits and low lines alone. */
export function quietName({ name, handle }: { name: string; handle: string }): string {
  return quiet(name) === name ? name : `@${handle}`;
}
