/**
 * Passwords. Normalised as the OpaqueString profile of RFC 8265 wants it: NFC, never NFKC, so that no two characters a
 * person tells apart become one; every space is U+0020; nothing is trimmed, nothing folded, control characters refused.
 */
import { hash, verify } from "@node-rs/argon2";
import { codePointLength } from "#lib/text/code-points";
import { Refused } from "#lib/verdict";

/** Ten: with the limits on guessing, out of reach. Two hundred: more than a sentence, and still bounded work. */
const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;
/** A letter and its marks make one code point after NFC, of at most this many UTF-16 units before it. */
const UNITS_MAX = PASSWORD_MAX * 4;

/** OWASP's least for argon2id (algorithm 2): 19 MiB and two passes, since memory is what a guesser's hardware lacks. */
export const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of nobody's password, at the same cost: whoever does not exist takes as long to refuse. */
export const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** The first that everybody tries, of those that are long enough. */
const COMMON = new Set([
  ...["1234567890", "0123456789", "12345678910", "123456789a", "1q2w3e4r5t", "1qaz2wsx3edc", "9876543210"],
  ...["qwertyuiop", "qwerty12345", "qwerty123456", "asdfghjkl1", "azertyuiop", "qwertzuiop", "abcdefghij"],
  ...["password12", "password123", "password1234", "passwordpassword", "mypassword", "iloveyou12", "iloveyou123"],
  ...["letmein123", "welcome123", "welcome1234", "administrator", "changeme123", "schoolschool", "grounds123"],
]);

/** The form in which a password is compared; null where it is none: too long to look at, broken, or with controls. */
export function normalPassword(raw: string): string | null {
  if (raw.length > UNITS_MAX || !raw.isWellFormed() || /\p{Cc}/u.test(raw)) return null;
  return raw.normalize("NFC").replace(/\p{Zs}/gu, " ");
}

/** The code of what is wrong with a new password, or null. */
export function flawOfPassword(raw: string, handle: string): string | null {
  if (raw.length > UNITS_MAX) return "password-too-long";
  const password = normalPassword(raw);
  if (password === null) return "password-control-character";
  const length = codePointLength(password);
  if (length < PASSWORD_MIN) return "password-too-short";
  if (length > PASSWORD_MAX) return "password-too-long";
  const plain = password.toLowerCase();
  const monotone = new Set(plain).size < 3;
  return monotone || COMMON.has(plain) || plain.replaceAll(handle, "").length < 4 ? "password-too-common" : null;
}

/** A hash in PHC form of a password that has no flaw. */
export async function hashPassword(raw: string): Promise<string> {
  const password = normalPassword(raw);
  if (password === null) throw new Refused("password-control-character");
  return inTurn(() => hash(password, COST));
}

/** Whether the password is the hashed one. Without a hash the answer is no, and takes as long. */
export async function isPassword(raw: string, hashed: string | null): Promise<boolean> {
  const password = normalPassword(raw);
  if (password === null) return false;
  const equal = await inTurn(() => verify(hashed ?? NOBODY, password));
  return equal && hashed !== null;
}

/** Two hashes of 19 MiB at a time leave cores and threads to the readers. */
const AT_ONCE = 2;
/** At some 30 ms a pair, the last of these waits a second; who comes after them is told to come again. */
const WAITING_MAX = 70;

interface Gate {
  working: number;
  waiting: (() => void)[];
}

const KEY = Symbol.for("grounds.hashing");
const shared = globalThis as unknown as { [KEY]?: Gate };

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  shared[KEY] ??= { working: 0, waiting: [] };
  const gate = shared[KEY];
  if (gate.working < AT_ONCE) gate.working += 1;
  else if (gate.waiting.length < WAITING_MAX) await new Promise<void>((go) => gate.waiting.push(go));
  else throw new Refused("sign-in-crowded", { ground: "unavailable", details: { retryAfter: 2 } });
  try {
    return await work();
  } finally {
    const next = gate.waiting.shift();
    // The place goes to who waits, or is free.
    if (next) next();
    else gate.working -= 1;
  }
}
