import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** What is refused before anything reads the request further; a code, whose sentence stands in messages/. */
export type Refusal =
  | "bad-address"
  | "bad-method"
  | "no-upgrade"
  | "no-images"
  | "foreign-origin"
  | "form-on-api"
  | "length-missing"
  | "encoded-body"
  | "body-too-large";

export const STATUS: Record<Refusal, number> = {
  "bad-address": 400,
  "bad-method": 405,
  "no-upgrade": 400,
  "no-images": 404,
  "foreign-origin": 403,
  "form-on-api": 415,
  "length-missing": 411,
  "encoded-body": 415,
  "body-too-large": 413,
};

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const WRITING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** The longest elaboration with its document and five citations is under 100 kB; a megabyte is ample for every form. */
const BODY_BYTES = 2 ** 20;
/** Where longer ones may be posted: a long report of some 300,000 words; a file of 5 MB in a form, and in JSON. */
const LONGER_BODIES: [path: RegExp, bytes: number][] = [
  [/^\/api\/v1\/sources(?:\/[a-z0-9-]+\/(?:versions|provenances))?$/, 2 * 2 ** 20],
  [/^\/s\/(?:new|[a-z0-9-]+\/correct)$/, 6 * 2 ** 20],
  [/^\/t\/(?:[a-z0-9-]+\/import|new\/map)$/, 6 * 2 ** 20],
  [/^\/api\/importing$/, 6 * 2 ** 20],
  [/^\/api\/v1\/threads\/[a-z0-9-]+\/imports(?:\/proposals)?$/, 7 * 2 ** 20],
  [/^\/api\/v1\/sources\/proposals$/, 7 * 2 ** 20],
];

/** The path as written, without its query; null where no honest client would have sent it. */
function honestPath(url: string): string | null {
  const path = url.split("?", 1)[0] ?? "";
  // An absolute form names another host, and two slashes or a backslash become one in a redirect.
  if (!path.startsWith("/") || /\/\/|\\/.test(path)) return null;
  try {
    const decoded = decodeURIComponent(path);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u001f\u007f\\]|\/\.\.?(?:\/|$)/.test(decoded) ? null : path;
  } catch {
    return null;
  }
}

export const isApi = (path: string) => path === "/api/v1" || path.startsWith("/api/v1/");

/** Where a reader's mail program stops letters by one POST, as RFC 8058 has it: it knows a key and no cookie. */
const isOneClick = (path: string) => /^\/api\/unsubscribe\/[a-z0-9]+$/.test(path);

/** Where a learning platform's own page sends a form, as LTI 1.3 has it: what it brings proves itself and no cookie counts. */
const isPlatformForm = (path: string) => path === "/api/lti/login" || path === "/api/lti/launch";

/** A call of a server action. Any page answers one, the one that says "not found" under the API's addresses too. */
const isForm = (headers: IncomingHttpHeaders) =>
  headers["next-action"] !== undefined ||
  /^\s*(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(headers["content-type"] ?? "");

/** Why this request is refused, or null. `origin` is the site's own. In development Next upgrades connections. */
export function refusal(
  { method = "", url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  { origin, dev }: { origin: string; dev: boolean },
): Refusal | null {
  const writing = WRITING.has(method);
  if (!writing && !READING.has(method)) return "bad-method";
  const path = honestPath(url);
  if (path === null) return "bad-address";
  if (headers.upgrade !== undefined && !dev) return "no-upgrade";
  if (path.startsWith("/_next/image")) return "no-images";
  // The API knows bearers only, whom no browser sends by itself; everything else that writes must come from our pages.
  const open = isApi(path) || isOneClick(path) || (method === "POST" && isPlatformForm(path));
  if (writing && !open && headers.origin !== origin) return "foreign-origin";
  if (isApi(path) && isForm(headers)) return "form-on-api";
  if (headers["transfer-encoding"] !== undefined) return "length-missing";
  if (headers["content-encoding"] !== undefined) return "encoded-body";
  const longer = method === "POST" ? LONGER_BODIES.find(([where]) => where.test(path)) : undefined;
  return Number(headers["content-length"] ?? 0) > (longer?.[1] ?? BODY_BYTES) ? "body-too-large" : null;
}
