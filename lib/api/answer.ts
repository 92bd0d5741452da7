/** Answers that say yes. */

export const found = (content: object): Response => Response.json(content);

/** What was made, and where it is from now on. */
export const made = (content: object, location: string): Response =>
  Response.json(content, { status: 201, headers: { location } });

export const done = (): Response => new Response(null, { status: 204 });

/** JSON, written as fast as it is read. */
export function streamed(parts: Iterator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}

/** A file to keep; its name is plain ASCII, so that it needs no quoting rules. */
export function file(
  content: string | Uint8Array<ArrayBuffer>,
  { mediaType, name }: { mediaType: string; name: string },
): Response {
  const headers = { "content-type": mediaType, "content-disposition": `attachment; filename="${name}"` };
  return new Response(content, { headers });
}
