"use server";

import { action } from "#lib/action";
import { paths } from "#lib/paths";
import { bringSource } from "#lib/sources/commands";
import { bringSourceInput } from "#lib/sources/schema";

export const bring = action({
  limit: "post",
  schema: bringSourceInput,
  act: async (viewer, input) => paths.source((await bringSource(viewer, input)).slug),
});
