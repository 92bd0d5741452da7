import type { Page } from "#lib/pages/capture";

/** A page of so many bytes that shows these things. */
export function pageOf(tags: string[] | null, bytes = 10): Page {
  const body = Buffer.alloc(0);
  return {
    status: 200,
    headers: {},
    bodies: { br: body, gzip: body, identity: body },
    etag: "e",
    tags: tags && new Set(tags),
    bytes,
  };
}
