"use server";

import { action } from "#lib/action";
import { EMPTY } from "#lib/form";
import { importMap } from "#lib/maps/commands/import";
import { openFromMap } from "#lib/maps/commands/open-from-map";
import { postAllFromTray } from "#lib/maps/commands/post-all";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { postFromTray, putAway } from "#lib/maps/commands/tray";
import {
  carriedFile,
  citeForm,
  importForm,
  lookedAt,
  lookForm,
  lookThreadForm,
  openMapForm,
  postAllForm,
  putAwayForm,
} from "#lib/maps/form";
import { proposeThread } from "#lib/maps/opening-map";
import { proposeImport } from "#lib/maps/proposing";
import { freezing } from "#lib/maps/schema";
import { paths } from "#lib/paths";

export const freeze = action({
  limit: "snapshot",
  schema: freezing,
  act: async (viewer, { slug }) => paths.snapshot(slug, (await takeSnapshot(viewer, slug)).id),
});

/** Answers what would come of the file, and the file itself for the form in which somebody says yes. */
export const look = action({
  limit: "read",
  schema: lookForm,
  act: (viewer, { slug, file }) => lookedAt(file, { slug }, (sent) => proposeImport(viewer, slug, sent)),
});

export const lookAtThread = action({
  limit: "read",
  schema: lookThreadForm,
  act: (viewer, { file }) => lookedAt(file, {}, (sent) => proposeThread(viewer, sent)),
});

export const bringMap = action({
  limit: "read",
  schema: importForm,
  act: async (viewer, { slug, ...sent }) => paths.tray(slug, { ...(await importMap(viewer, slug, carriedFile(sent))) }),
});

export const openMap = action({
  limit: "read",
  schema: openMapForm,
  act: async (viewer, sent) => {
    const { slug, ...done } = await openFromMap(viewer, carriedFile(sent));
    return paths.tray(slug, done);
  },
});

export const cite = action({
  limit: "post",
  schema: citeForm,
  act: async (viewer, { item, slug, mended, input }) => {
    if (mended) return { ...EMPTY, values: { ...mended, item } };
    const { id, pending } = await postFromTray(viewer, slug, item, input);
    return pending ? paths.history(id) : paths.argument(id);
  },
});

export const postAll = action({
  limit: "post",
  schema: postAllForm,
  act: async (viewer, { slug }) => {
    const { posted, left, more } = await postAllFromTray(viewer, slug);
    return paths.tray(slug, { posted, waiting: left, more });
  },
});

export const putFromTray = action({
  limit: "post",
  schema: putAwayForm,
  act: async (viewer, { slug, item }) => {
    await putAway(viewer, slug, item);
    return paths.tray(slug);
  },
});
