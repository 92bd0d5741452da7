import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "#lib/log";
import { sendFault, sendPage, sendRefusal, sendTooMany } from "#lib/pages/answer";
import { capturePage, capturePayload, type Page } from "#lib/pages/capture";
import { refusal } from "#lib/pages/guard";
import { isForPlatforms, isFrameable, renderedPolicy, securityHeaders } from "#lib/pages/headers";
import type { Render } from "#lib/pages/inner";
import { isLoopback } from "#lib/pages/loopback";
import { wayOf } from "#lib/pages/public-paths";
import { kindOf, readingLimits } from "#lib/pages/reading-limits";
import { clientAddress, settle, siteHeaders } from "#lib/pages/request";
import type { PageStore } from "#lib/pages/store";
import { cookieName, soleCookie } from "#lib/session";
import { networkOf } from "#lib/users/network";

interface Site {
  /** Its own address: APP_URL. */
  address: URL;
  dev: boolean;
  /** How many proxies stand before it. */
  proxies: number;
}

interface Behind {
  store: PageStore;
  /** Asks the inner listener. */
  render: Render;
  /** Whose a session's token is; null where we did not seal it. */
  holder: (token: string) => Promise<string | null>;
  /** Tells a client, whose address this is, what happens in a thread. */
  live: (request: IncomingMessage, response: ServerResponse, address: string) => Promise<void>;
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The origins of the learning platforms whose people come here. */
  platforms: () => Promise<string[]>;
}

/** Answers every request: refuses, sends a stored page, or hands it to Next with a policy of its own. */
export function frontListener(
  { address, dev, proxies }: Site,
  { store, render, holder, live, next, platforms }: Behind,
): RequestListener {
  const fixed = Object.entries(securityHeaders(address.protocol === "https:"));
  const site = siteHeaders(address);
  const session = cookieName(address.protocol === "https:");

  const spend = readingLimits();

  /** Seconds to wait for whoever has had much rendered for them; this machine itself is not counted. */
  async function waitOf({ url = "/", headers, socket }: IncomingMessage): Promise<number> {
    const client = clientAddress(headers["x-forwarded-for"]?.toString(), socket.remoteAddress, proxies);
    const kind = kindOf(url.split("?", 1)[0] as string);
    if (kind === null || (proxies === 0 && isLoopback(client))) return 0;
    const token = soleCookie(headers.cookie ?? "", session);
    return spend(kind, (token && (await holder(token))) || networkOf(client));
  }

  const stored = (path: string): Promise<Page> => store.get(path, () => capturePage(render, path, site));
  const payload = (path: string): Promise<Page> =>
    store.get(`${path}?_rsc`, async () => capturePayload(render, path, site, (await stored(path)).tags));

  async function handOver(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wait = await waitOf(request);
    if (wait > 0) return sendTooMany(request, response, wait);
    settle(request, address, proxies);
    const origins = isForPlatforms(request.url ?? "") ? await platforms() : [];
    if (origins.length > 0) response.removeHeader("x-frame-options");
    const policy = renderedPolicy(randomBytes(16).toString("base64url"), dev, origins);
    // Next takes the nonce for its scripts from the request's header.
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
    // What says nothing about its keeping is personal.
    response.setHeader("cache-control", "private, no-store");
    return next(request, response);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of fixed) response.setHeader(name, value);
    if (isFrameable(request.url ?? "")) response.removeHeader("x-frame-options");
    const refused = refusal(request, { origin: address.origin, dev });
    if (refused) return sendRefusal(request, response, refused, address.origin);
    const way = wayOf(request);
    if (way.by === "live") return live(request, response, settle(request, address, proxies));
    if (dev || way.by === "render") return handOver(request, response);
    if (way.by === "redirect") return void response.writeHead(307, { location: way.to }).end();
    // What is not there is kept nowhere, so that each such address is a render.
    const wait = store.has(way.path) ? 0 : await waitOf(request);
    if (wait > 0) return sendTooMany(request, response, wait);
    // The page says whether it is there: its payload is 200 in any case.
    const page = await stored(way.path);
    // What is not there for everybody may be there for whoever asks: the same for all who are signed in, found or not.
    if (page.status === 404 && soleCookie(request.headers.cookie ?? "", session) !== null)
      return handOver(request, response);
    sendPage(way.payload ? await payload(way.path) : page, request, response);
  }

  return (request, response) => {
    answer(request, response).catch((error) => {
      log.error("a request met a fault", { method: request.method, error });
      sendFault(request, response);
    });
  };
}
