import { answerFile } from "#lib/feeds/answer";
import { paintPicture } from "#lib/feeds/picture";
import { getCard } from "#lib/feeds/queries";
import { tag } from "#lib/pages/tags";

interface Context {
  params: Promise<{ slug: string }>;
}

/** What is shown beside a link to a thread. */
export function GET(_request: Request, { params }: Context) {
  return answerFile("image/png", async () => {
    const card = await getCard(null, (await params).slug);
    return { body: new Uint8Array(await paintPicture(card)), tag: tag.thread(card.id) };
  });
}
