/** Our side for tests: the real front with its guard and its headers, and behind it what our routes answer. */
import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { JWK } from "jose";
import { answerChoice, answerEnter, answerKeys, answerLaunch, answerLogin } from "#lib/lti/answers";
import type { Network } from "#lib/lti/asking";
import { platformOrigins } from "#lib/lti/queries";
import { frontListener } from "#lib/pages/front";
import { PageStore } from "#lib/pages/store";
import type { StartedSession } from "#lib/users/commands/session";
import type { Platform, Pupil } from "../../support/platform.ts";

export const SITE = "https://grounds.example";

export interface Tool {
  /** As a browser asks; `origin` is the page's that sends a form. */
  ask: (path: string, form?: Record<string, string>, origin?: string) => Promise<Response>;
  /** The sessions that were kept in a browser, the newest last. */
  kept: StartedSession[];
  stop: () => void;
}

const nothing = async () => {
  throw new Error("nothing is rendered here");
};

export async function startTool(network: () => Network): Promise<Tool> {
  const kept: StartedSession[] = [];
  const routes: Record<string, (request: Request) => Promise<Response>> = {
    "/api/lti/login": answerLogin,
    "/api/lti/launch": (request) => answerLaunch(request, network()),
    "/api/lti/deep-link": answerChoice,
    "/api/lti/jwks": answerKeys,
    "/api/lti/enter": (request) => answerEnter(request, async (session) => void kept.push(session)),
  };
  async function next(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", SITE);
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const answer = await routes[url.pathname]?.(new Request(url, { method: request.method, headers, body }));
    // As Next does: what the front has set already stays.
    answer?.headers.forEach((value, name) => {
      if (name === "cache-control" || !response.hasHeader(name)) response.setHeader(name, value);
    });
    response.writeHead(answer?.status ?? 404).end(await answer?.text());
  }
  const listener = frontListener(
    { address: new URL(SITE), dev: false, proxies: 0 },
    {
      holder: async () => null,
      store: new PageStore(),
      render: nothing,
      live: nothing,
      next,
      platforms: platformOrigins,
    },
  );
  const server = http.createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    kept,
    ask: (path, form, origin) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        redirect: "manual",
        ...(form && { method: "POST", body: new URLSearchParams(form) }),
        headers: { ...(origin !== undefined && { origin }) },
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const toolKeys = (tool: Tool) => async (): Promise<{ keys: JWK[] }> =>
  (await tool.ask("/api/lti/jwks")).json() as Promise<{ keys: JWK[] }>;

/** The first half: the browser comes to us and is sent back to the platform with what we ask. */
export async function begin(tool: Tool, platform: Platform, other: Record<string, string> = {}): Promise<URL> {
  const said = { iss: platform.issuer, login_hint: "somebody", target_link_uri: SITE, client_id: platform.clientId };
  const answer = await tool.ask("/api/lti/login", { ...said, ...other }, new URL(platform.at("/")).origin);
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`no login: ${answer.status} ${textOf(await answer.text())}`);
  return new URL(location);
}

/** The second half: the platform's page brings its message to us. */
export const bring = (tool: Tool, platform: Platform, state: string, token: string): Promise<Response> =>
  tool.ask("/api/lti/launch", { id_token: token, state }, new URL(platform.at("/")).origin);

/** Somebody opens a link of the course: over our sign-in and the platform's, as a browser goes. */
export async function openLink(
  tool: Tool,
  platform: Platform,
  who: Pupil,
  { target = `${SITE}/api/lti/launch`, link = "link-1" } = {},
): Promise<Response> {
  const hint = randomUUID();
  platform.redirectUri = `${SITE}/api/lti/launch`;
  platform.waiting.set(hint, (nonce) => platform.claims(who, nonce, target, link));
  const { pathname, search } = await begin(tool, platform, { login_hint: hint });
  const page = await (await fetch(`http://127.0.0.1:${platform.port}${pathname}${search}`)).text();
  const field = (name: string) => fieldOf(page, platform.redirectUri, name);
  return bring(tool, platform, field("state"), field("id_token"));
}

/** The value of a hidden field of a page, in the form that goes to this address. */
export function fieldOf(html: string, action: string, name: string): string {
  const form = html.split("<form").find((one) => one.includes(`action="${action}"`)) ?? "";
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "";
}

/** The words of a page. */
export const textOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
