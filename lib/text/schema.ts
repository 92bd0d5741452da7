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

function refusal(text: string, { min = 1, max }: Bounds, control: RegExp): string | null {
  if (control.test(text)) return "control-character";
  if (INVISIBLE.test(text)) return "blank";
  const length = codePointLength(text);
  if (length < min) return "too-short";
  return length > max ? "too-long" : null;
}

function written(bounds: Bounds, control: RegExp) {
  return z.string({ error: "not-text" }).transform((raw, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (!raw.isWellFormed()) return refuse("not-well-formed");
    if (TOO_MANY_MARKS.test(raw)) return refuse("too-many-marks");
    const text = raw.replace(/\r\n?/g, "\n").normalize("NFC").trim();
    const code = refusal(text, bounds, control);
    return code === null ? text : refuse(code);
  });
}

/** One line of text of `min` (1) to `max` code points. */
export const line = (bounds: Bounds) => written(bounds, CONTROL_IN_LINE);

/** Text of `min` (1) to `max` code points that may have line breaks and tabs. */
export const prose = (bounds: Bounds) => written(bounds, CONTROL_IN_PROSE);
