"use server";

import { action } from "#lib/action";
import { openRound, runClock } from "#lib/classes/commands/open-round";
import { argueFromNote, takeNoteBack, writeNote } from "#lib/classes/commands/round-notes";
import { argueNoteForm, clockForm, noteForm, openRoundForm, takeBackForm } from "#lib/classes/round-form";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";

export const open = action({
  limit: "post",
  schema: openRoundForm,
  act: async (viewer, { class: room, input }) => paths.round(room, (await openRound(viewer, room, input)).id),
});

export const run = action({
  limit: "judge",
  schema: clockForm,
  act: async (viewer, { class: room, round, ...input }) => {
    await runClock(viewer, room, round, input);
    return paths.round(room, round);
  },
});

/** The same form again, for the next line. */
export const note = action({
  limit: "post",
  schema: noteForm,
  act: async (viewer, { class: room, round, ...input }) => {
    const { id } = await writeNote(viewer, room, round, input);
    return { ...EMPTY, values: { written: id } };
  },
});

export const takeBack = action({
  limit: "post",
  schema: takeBackForm,
  act: async (viewer, { class: room, round, note: id }) => {
    await takeNoteBack(viewer, room, round, id);
    return paths.round(room, round);
  },
});

export const argue = action({
  limit: "post",
  schema: argueNoteForm,
  act: async (viewer, { room, round, note: id, mended, input }) => {
    if (mended) return { ...EMPTY, values: { ...mended, class: room, round, note: id } };
    await argueFromNote(viewer, room, round, id, input);
    return paths.round(room, round);
  },
});
