/** How a page names the feed of its thread, for programs that follow one. */
import { env } from "#lib/env";
import { paths } from "#lib/paths";

export const ATOM = "application/atom+xml";

/** For `alternates` in a page's metadata. */
export const feedOf = ({ slug, question }: { slug: string; question: string }) => ({
  types: { [ATOM]: [{ url: env().APP_URL + paths.feed(slug), title: question }] },
});
