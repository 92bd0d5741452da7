import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { listAddresses } from "#lib/feeds/queries";
import { SITEMAP_MAX, sitemapOf } from "#lib/feeds/sitemap";
import { tag } from "#lib/pages/tags";
import { Missing } from "#lib/verdict";

interface Context {
  params: Promise<{ part: string }>;
}

/** One of several maps of the public pages, from "1.xml". */
export function GET(_request: Request, { params }: Context) {
  return answerFile("application/xml", async () => {
    const number = Number(/^([1-9]\d{0,3})\.xml$/.exec((await params).part)?.[1]);
    const addresses = number ? await listAddresses((number - 1) * SITEMAP_MAX, SITEMAP_MAX) : [];
    if (addresses.length === 0) throw new Missing();
    return { body: sitemapOf(addresses, env().APP_URL), tag: tag.home };
  });
}
