/** The canonical text of what somebody sends as a source's words. */
import { canonicalText, sha256Hex } from "#lib/text/canonical";
import { flawOf, isBlank } from "#lib/text/schema";
import { Refused } from "#lib/verdict";

/** @throws Refused "blank", "not-well-formed" … for an unfit text. */
export function fitText(raw: string): { text: string; sha256: string } {
  const flaw = flawOf(raw.replace(/\r\n?/g, "\n").replaceAll("\f", "\n"));
  if (flaw) throw new Refused(flaw);
  const text = canonicalText(raw);
  if (isBlank(text)) throw new Refused("blank");
  return { text, sha256: sha256Hex(text) };
}
