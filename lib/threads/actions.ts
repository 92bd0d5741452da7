"use server";

import { action } from "#lib/action";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";
import { openThread } from "#lib/threads/commands";
import { openForm } from "#lib/threads/form";

export const open = action({
  limit: "post",
  schema: openForm,
  act: async (viewer, { mended, input }) =>
    mended ? { ...EMPTY, values: mended } : paths.thread((await openThread(viewer, input)).slug),
});
