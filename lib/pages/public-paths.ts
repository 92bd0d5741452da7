import type { IncomingMessage } from "node:http";

/** What stands below a thread's address and reads alike for everybody. */
const VIEWS = [
  String.raw`export(?:\/[a-z-]{2,20})?`,
  "bibliography|evidence|flow|strength",
  String.raw`feed\.atom|opengraph\.png`,
  String.raw`snapshots(?:\/[a-z0-9]+(?:\.\.[a-z0-9]+(?:\/[a-z]+\/\d{1,4})?)?)?`,
  String.raw`(?:pro|con|activity)(?:\/\d{1,5})?`,
  String.raw`map(?:\/\d{1,6})?`,
];

/**
 * Reading pages of public things and the files that programs ask for, the same for everybody. `new` is the address of a
 * form where a slug would stand.
 */
const STORED = new RegExp(
  `^/(?:${[
    "",
    String.raw`t\/(?!new(?:\/|$))[a-z0-9-]+(?:\/(?:${VIEWS.join("|")}))?`,
    String.raw`a\/[a-z0-9]+(?:\/(?:answers|pro|con)(?:\/\d{1,5})?)?`,
    String.raw`s\/(?!new$)[a-z0-9-]+`,
    String.raw`embed\/t\/[a-z0-9-]+(?:\/map)?`,
    "policy",
    "log",
    String.raw`robots\.txt|sitemap(?:\/[1-9]\d{0,3})?\.xml`,
  ].join("|")})$`,
);

/** What reading pages know to do with a query; anything else would be one render a made-up address. */
const KNOWN = new Set(["from", "to", "answers", "version", "sort", "by", "thread", "act", "code", "page", "branches"]);

/** Names that the browser alone reads: the router's own, and what a reader opened (`lib/arguments/turned.ts`). */
const BROWSERS = new Set(["_rsc", "open"]);

/** Where a page hears what happens in its thread; nothing stands there to be rendered. */
const LIVE = "/api/live";

/** How a request is answered: from the store (as page or as the router's payload), by a redirect, a stream, or a render. */
export type Way =
  | { by: "store"; path: string; payload: boolean }
  | { by: "redirect"; to: string }
  | { by: "live" }
  | { by: "render" };

const RENDER: Way = { by: "render" };

export function wayOf({ method, url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">): Way {
  if (method !== "GET" && method !== "HEAD") return RENDER;
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  if (path === LIVE && method === "GET") return { by: "live" };
  if (!STORED.test(path)) return RENDER;
  if (headers["next-router-prefetch"] || headers["next-router-segment-prefetch"]) return RENDER;
  const names =
    mark === -1 ? [] : [...new URLSearchParams(url.slice(mark)).keys()].filter((name) => !BROWSERS.has(name));
  if (names.length === 0) return { by: "store", path, payload: headers.rsc === "1" };
  // A stored path starts with one slash and a letter, or is the slash: it can name no other host.
  return names.every((name) => KNOWN.has(name)) ? RENDER : { by: "redirect", to: path };
}
