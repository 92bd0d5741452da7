"use server";

import { action } from "#lib/action";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";
import { dismissModerator, nameModerator, openThread, setThreadMode } from "#lib/threads/commands";
import { modeForm, naming, openForm } from "#lib/threads/form";

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

export const nameSomebody = action({
  limit: "post",
  schema: naming,
  act: async (viewer, { slug, handle }) => {
    await nameModerator(viewer, slug, handle);
    return paths.mode(slug);
  },
});

export const dismissSomebody = action({
  limit: "post",
  schema: naming,
  act: async (viewer, { slug, handle }) => {
    await dismissModerator(viewer, slug, handle);
    return paths.mode(slug);
  },
});
