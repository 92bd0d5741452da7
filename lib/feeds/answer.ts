/** Answers with a file that programs ask for again and again: unchanged, it costs a 304. */
import { createHash } from "node:crypto";
import { Missing } from "#lib/verdict";

/** `write` may throw Missing, which is answered as it is for every address where nothing stands. */
export async function answerFile(
  request: Request,
  type: string,
  write: () => string | Promise<string>,
): Promise<Response> {
  try {
    const body = await write();
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache", etag };
    const known = request.headers
      .get("if-none-match")
      ?.split(",")
      .some((one) => one.trim().replace(/^W\//, "") === etag);
    return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
  } catch (error) {
    if (error instanceof Missing) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
    throw error;
  }
}
