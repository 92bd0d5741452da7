"use server";

import { action } from "#lib/action";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { freezing } from "#lib/maps/schema";
import { paths } from "#lib/paths";

export const freeze = action({
  limit: "snapshot",
  schema: freezing,
  act: async (viewer, { slug }) => paths.snapshot(slug, (await takeSnapshot(viewer, slug)).id),
});
