import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { countAddresses, listAddresses } from "#lib/feeds/queries";
import { SITEMAP_MAX, sitemapIndexOf, sitemapOf } from "#lib/feeds/sitemap";
import { tag } from "#lib/pages/tags";

export const dynamic = "force-dynamic";

/** One map of all public pages, or where there are too many for one, where the maps are. */
export const GET = () =>
  answerFile("application/xml", async () => {
    const count = await countAddresses();
    const body =
      count > SITEMAP_MAX
        ? sitemapIndexOf(Math.ceil(count / SITEMAP_MAX), env().APP_URL)
        : sitemapOf(await listAddresses(0, SITEMAP_MAX), env().APP_URL);
    return { body, tag: tag.home };
  });
