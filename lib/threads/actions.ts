"use server";

import { action } from "#lib/action";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { modeForm, openForm } from "#lib/threads/form";

export const open = action({
  limit: "post",
  schema: openForm,
  act: async (viewer, { mended, input }) =>
    mended ? { ...EMPTY, values: mended } : paths.thread((await openThread(viewer, input)).slug),
});

export const setMode = action({
  limit: "post",
  schema: modeForm,
  act: async (viewer, { slug, ...input }) => {
    await setThreadMode(viewer, slug, input);
    return paths.thread(slug);
  },
});
