/** A file that programs ask for again and again: stored like a page, until what it shows is another. */
import { pageTags } from "#lib/pages/tags";
import { Missing } from "#lib/verdict";

interface Written {
  body: string | Uint8Array<ArrayBuffer>;
  /** What it shows, as `lib/pages/tags.ts` names it. */
  tag: string;
  /** What a browser may do with it, where that is not what it may do with a page. */
  policy?: string;
}

/** `write` may throw Missing, which is answered as it is for every address where nothing stands. */
export async function answerFile(type: string, write: () => Written | Promise<Written>): Promise<Response> {
  try {
    const { body, tag, policy } = await write();
    const headers = new Headers(pageTags(tag));
    headers.set("content-type", typeof body === "string" ? `${type}; charset=utf-8` : type);
    if (policy) headers.set("content-security-policy", policy);
    return new Response(body, { headers });
  } catch (error) {
    if (error instanceof Missing) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
    throw error;
  }
}
