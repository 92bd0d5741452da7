/**
 * The zod pieces for what people write: `line` for one line, `prose` for several (a browser's CRLF becomes LF). Both
 * give NFC, trimmed, and measure code points after that. A refusal is one stable code as the issue's message, the
 * first that applies of:
 *
 * - `not-text` no string at all
 * - `not-well-formed` a lone surrogate, which a database would silently replace
 * - `too-many-marks` a letter buried in combining marks
 * - `control-character` NUL and its kind; in a line also a line break or a tab
 * - `blank` nothing that can be seen, though it may have a length
 * - `too-short`, `too-long`
 */
import { z } from "zod";
import { codePointLength } from "#lib/text/code-points";

interface Bounds {
  min?: number;
  max: number;
}

/**
 * No living script needs more than eight marks on one letter, and eight still fit a line's height. Asked before
 * normalising, which takes quadratic time to sort the marks of one letter; joiners between them do not count.
 */
const TOO_MANY_MARKS = /(?:\p{M}[\u200c\u200d]*){9}/u;

const CONTROL_IN_LINE = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_IN_PROSE = /[^\P{Cc}\n\t]/u;

/** White space, marks on nothing, format characters, and letters without a shape (Hangul fillers, blank Braille). */
const INVISIBLE = /^[\s\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** What is wrong with the characters of a text, whatever its length; null where nothing is. */
export function flawOf(text: string, control = CONTROL_IN_PROSE): string | null {
  if (!text.isWellFormed()) return "not-well-formed";
  if (TOO_MANY_MARKS.test(text)) return "too-many-marks";
  return control.test(text) ? "control-character" : null;
}

/** Whether nothing of a text can be seen. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}

function sizeFlaw(text: string, { min = 1, max }: Bounds): string | null {
  if (isBlank(text)) return "blank";
  const length = codePointLength(text);
  if (length < min) return "too-short";
  return length > max ? "too-long" : null;
}

function written(bounds: Bounds, control: RegExp) {
  return z.string({ error: "not-text" }).transform((raw, context) => {
    const broken = raw.replace(/\r\n?/g, "\n").trim();
    const flaw = flawOf(broken, control);
    const text = flaw === null ? broken.normalize("NFC") : "";
    const code = flaw ?? sizeFlaw(text, bounds);
    if (code !== null) context.addIssue({ code: "custom", message: code });
    return text;
  });
}

/** One line of text of `min` (1) to `max` code points. */
export const line = (bounds: Bounds) => written(bounds, CONTROL_IN_LINE);

/** Text of `min` (1) to `max` code points that may have line breaks and tabs. */
export const prose = (bounds: Bounds) => written(bounds, CONTROL_IN_PROSE);
