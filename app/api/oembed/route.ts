import { z } from "zod";
import { found } from "#lib/api/answer";
import { flawsOf } from "#lib/api/flaws";
import { problemOf, Unfit } from "#lib/api/problem";
import { env } from "#lib/env";
import { oembedOf, threadAt } from "#lib/feeds/oembed";
import { getCard } from "#lib/feeds/queries";
import { Missing } from "#lib/verdict";

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .optional();

/** Whoever asks may say more than we know of. */
const asked = z.object({
  url: z.string().max(2_000),
  format: z.string().max(20).default("json"),
  maxwidth: pixels,
  maxheight: pixels,
});

/** How to show what stands at an address of ours (oEmbed 1.0); what is not public is not there. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { data, error } = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!data) throw new Unfit(400, "query-unfit", { errors: flawsOf(error) });
    const { url, format, ...bounds } = data;
    if (format !== "json") throw new Unfit(501, "oembed-json-only");
    const site = env().APP_URL;
    const thread = threadAt(url, site);
    if (thread === null) throw new Missing();
    return found(oembedOf(await getCard(null, thread.slug), site, thread.way, bounds));
  } catch (error) {
    return problemOf(error, request.method);
  }
}
