/** The forms of a round. */
import { z } from "zod";
import { POST_FIELDS, readPost } from "#lib/arguments/form";
import { id } from "#lib/arguments/schema";
import { openRoundInput, runClockInput, writeNoteInput } from "#lib/classes/round-schema";
import { slug } from "#lib/sources/schema";

/** Seconds of "8" or "7:30"; not a number where it says no time. */
function secondsIn(text: string): number {
  const [, minutes, seconds = "0"] = /^(\d{1,3})(?::([0-5]\d))?$/.exec(text.trim()) ?? [];
  return minutes === undefined ? Number.NaN : Number(minutes) * 60 + Number(seconds);
}

const column = z.array(z.string()).max(100).optional();

/** A row a speech, a list a column; rows without a name are none. */
export const openRoundForm = z
  .object({
    class: slug,
    thread: z.string().optional(),
    format: z.string(),
    name: column,
    kind: column,
    side: column,
    minutes: column,
    speaker: column,
    prep: z.string(),
    recorder: z.string().optional(),
  })
  .transform((form, context) => {
    const { class: room, thread = "", format, name: names = [], prep, recorder } = form;
    const at = (list: string[] | undefined, row: number) => list?.[row]?.trim() ?? "";
    const rows = names.flatMap((name, row) => (name.trim() === "" ? [] : row));
    const parsed = openRoundInput.safeParse({
      ...{ thread, format, prepSeconds: secondsIn(prep) },
      ...(recorder && { recorder }),
      speeches: rows.map((row) => ({
        name: names[row],
        kind: at(form.kind, row),
        side: at(form.side, row) || null,
        seconds: secondsIn(at(form.minutes, row)),
        speaker: at(form.speaker, row) || null,
      })),
    });
    if (parsed.success) return { class: room, input: parsed.data };
    for (const { path, message } of parsed.error.issues) {
      const [first, index, column] = path;
      const row = rows[Number(index)];
      const field = first === "prepSeconds" ? "prep" : String(first);
      const place = row === undefined ? [field] : [column === "seconds" ? "minutes" : String(column), row];
      context.addIssue({ code: "custom", path: place, message });
    }
    return z.NEVER;
  });

const HERE = { class: slug, round: id };
const speech = z.coerce.number().pipe(runClockInput.shape.speech);

export const clockForm = z.object({ ...HERE, act: runClockInput.shape.act, speech });
export const noteForm = z
  .object({ ...HERE, speech, text: writeNoteInput.shape.text, answers: z.string().optional() })
  .transform(({ answers, ...note }) => ({ ...note, answers: answers || null }));
export const takeBackForm = z.object({ ...HERE, note: id });

export const argueNoteForm = z
  .object({ ...POST_FIELDS, ...HERE, note: id })
  .transform(({ class: room, round, note, ...fields }, context) => ({
    ...{ room, round, note },
    ...readPost(fields, context),
  }));
