import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { atomOf } from "#lib/feeds/atom";
import { ATOM } from "#lib/feeds/link";
import { getFeed } from "#lib/feeds/queries";
import { tag } from "#lib/pages/tags";
import messages from "#messages/en";

interface Context {
  params: Promise<{ slug: string }>;
}

/** What was said last in a thread, as everybody may see it. */
export function GET(_request: Request, { params }: Context) {
  const words = { PRO: messages.ui.pro, CON: messages.ui.con, digest: messages.sources.digest };
  return answerFile(ATOM, async () => {
    const feed = await getFeed(null, (await params).slug);
    return { body: atomOf(feed, env().APP_URL, words), tag: tag.thread(feed.id) };
  });
}
