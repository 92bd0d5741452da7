import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { isApi } from "#lib/pages/guard";

/** What only we may say: a proxy's word about the client, and the page's policy. */
const OURS =
  /^(?:x-forwarded-.*|forwarded|x-real-ip|x-client-address|x-nonce|content-security-policy(?:-report-only)?)$/;

/** The site's own address, as headers. Whatever a request says about it counts for nothing. */
export function siteHeaders(site: URL): Record<string, string> {
  return { host: site.host, "x-forwarded-host": site.host, "x-forwarded-proto": site.protocol.slice(0, -1) };
}

/**
 * The client's address for rate limits. Each proxy adds whom it heard at the end of X-Forwarded-For, so with `proxies`
 * trusted ones the entry that far from the end was written by the outermost of them; what stands before it is hearsay.
 */
export function clientAddress(forwarded: string | undefined, socket: string | undefined, proxies: number): string {
  const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
  const told = proxies > 0 ? hops.at(-proxies) : undefined;
  const address = told !== undefined && isIP(told) ? told : (socket ?? "");
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** A page of ours reads: the browser itself says so, and no script can say it for another site. */
const isOwnReading = ({ method, headers }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") && headers["sec-fetch-site"] === "same-origin";

/**
 * Leaves of a request's headers what those behind may believe, and answers the client's address. The API is for bearers:
 * it sees a cookie only where a page of ours reads, and never where anything is written.
 */
export function settle(request: IncomingMessage, site: URL, proxies: number): string {
  const headers: IncomingHttpHeaders = request.headers;
  const address = clientAddress(headers["x-forwarded-for"]?.toString(), request.socket.remoteAddress, proxies);
  for (const name of Object.keys(headers)) if (OURS.test(name)) delete headers[name];
  if (isApi(new URL(request.url ?? "/", site).pathname) && !isOwnReading(request)) delete headers.cookie;
  Object.assign(headers, siteHeaders(site), { "x-client-address": address });
  return address;
}
