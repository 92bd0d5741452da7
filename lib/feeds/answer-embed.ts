/** A thread for a frame elsewhere: a file with a policy of its own. */
import { getOutline } from "#lib/arguments/queries/outline";
import { env } from "#lib/env";
import { answerFile } from "#lib/feeds/answer";
import { embedOf, embedStyle, type Way } from "#lib/feeds/embed";
import { framedPolicy } from "#lib/pages/headers";
import { tag } from "#lib/pages/tags";

export function answerEmbed(slug: string, way: Way): Promise<Response> {
  return answerFile("text/html", async () => {
    const view = await getOutline(null, slug);
    const policy = framedPolicy(embedStyle().hash);
    return { body: embedOf(view, env().APP_URL, way), tag: tag.thread(view.thread.id), policy };
  });
}
