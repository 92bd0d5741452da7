import { z } from "zod";
import { found } from "#lib/api/answer";
import { tray } from "#lib/api/shown-imports";
import { door } from "#lib/door";
import { getTray } from "#lib/maps/tray-queries";
import { must } from "#lib/verdict";

const query = z.strictObject({
  after: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "bad-id")
    .transform(Number)
    .default(0),
});

export const GET = door({
  query,
  act: async (viewer, { params, query: { after } }) => {
    const view = await getTray(viewer, params.slug, after + 1);
    must(view.verdict);
    return found(tray(view));
  },
});
