import { getOutline } from "#lib/arguments/queries/outline";
import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { embedOf, embedStyle } from "#lib/feeds/embed";
import { framedPolicy } from "#lib/pages/headers";
import { tag } from "#lib/pages/tags";

interface Context {
  params: Promise<{ slug: string }>;
}

/** A thread as other sites may frame it. */
export function GET(_request: Request, { params }: Context) {
  return answerFile("text/html", async () => {
    const view = await getOutline(null, (await params).slug);
    const policy = framedPolicy(embedStyle().hash);
    return { body: embedOf(view, env().APP_URL), tag: tag.thread(view.thread.id), policy };
  });
}
