/** A file that programs ask for again and again: stored like a page, until what it shows is another. */
import { pageTags } from "#lib/pages/tags";
import { Missing } from "#lib/verdict";

interface Written {
  body: string;
  /** What it shows, as `lib/pages/tags.ts` names it. */
  tag: string;
}

/** `write` may throw Missing, which is answered as it is for every address where nothing stands. */
export async function answerFile(type: string, write: () => Written | Promise<Written>): Promise<Response> {
  try {
    const { body, tag } = await write();
    return new Response(body, { headers: { "content-type": `${type}; charset=utf-8`, ...pageTags(tag) } });
  } catch (error) {
    if (error instanceof Missing) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
    throw error;
  }
}
