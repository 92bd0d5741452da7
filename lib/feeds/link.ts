/** How a page names what programs find behind it: the feed of its thread, and how to show it elsewhere. */
import { env } from "#lib/env";
import { paths } from "#lib/paths";

export const ATOM = "application/atom+xml";

const OEMBED = "application/json+oembed";

/** For `types` of `alternates` in a page's metadata. */
export function alternatesOf({ slug, question }: { slug: string; question: string }) {
  const site = env().APP_URL;
  return {
    [ATOM]: [{ url: site + paths.feed(slug), title: question }],
    [OEMBED]: [{ url: site + paths.api.oembed(site + paths.thread(slug)), title: question }],
  };
}
