"use server";

import { action } from "#lib/action";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";
import { rateLink, retractRating } from "#lib/weighing/commands/rate";
import { rateForm, retractForm } from "#lib/weighing/form";

export const rate = action({
  limit: "rate",
  schema: rateForm,
  act: async (viewer, { link, impact, from }) => {
    const { argument, thread } = await rateLink(viewer, link, impact);
    if (from === "place") return { ...EMPTY, values: { impact: `${impact}` } };
    return from === "page" ? paths.argument(argument) : paths.weigh(thread, { after: link });
  },
});

export const retract = action({
  limit: "rate",
  schema: retractForm,
  act: async (viewer, { link, from }) => {
    const { argument, thread } = await retractRating(viewer, link);
    if (from === "place") return { ...EMPTY, values: { impact: "" } };
    return from === "page" ? paths.rate(argument, link) : paths.weigh(thread, { link });
  },
});
