/**
 * Brings a page from an address that somebody gives. Everything about it may be hostile: each address on the way is
 * checked before it is asked, and whatever goes wrong is one refusal, so that nobody learns from it what listens where.
 */
import type { IncomingMessage } from "node:http";
import type { Kind } from "#lib/sources/extraction/kind";
import { checkedAddress, unreachable } from "#lib/sources/fetching/address";
import { ask, NETWORK, type Network } from "#lib/sources/fetching/ask";
import { bodyOf, headOf } from "#lib/sources/fetching/body";
import { allows, asksNoMachine, ROBOTS_BYTES } from "#lib/sources/fetching/robots";
import { Refused } from "#lib/verdict";

/** From http to https, to the canonical name, to the article: more lead nowhere. As many as a robots.txt may take. */
const REDIRECTS_MAX = 5;
const PAGE_BYTES = 5 * 2 ** 20;
/** For everything together; whoever is asked and dawdles holds nothing for longer. */
const FETCH_MS = 15_000;

const KINDS: Record<string, Kind> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
  "text/markdown": "markdown",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
};
/** They say themselves that they will not give the page: it is not asked for in another way. */
const CLOSED = new Set([401, 402, 403, 407, 429, 451]);

export interface Page {
  bytes: Buffer;
  kind: Kind;
  charset?: string;
  requestedUrl: string;
  finalUrl: string;
}

const disallowed = () => new Refused("address-disallowed", { details: { field: "url" } });

interface Limits {
  fetchMs?: number;
  network?: Network;
}

/**
 * `site` is our own address, which is never asked.
 * @throws Refused `address-unreachable`, `address-closed` where an open host refuses, `address-disallowed` where it asks programs to stay away, `address-no-text` for other content
 */
export async function fetchPage(
  raw: string,
  site: string,
  { fetchMs = FETCH_MS, network = NETWORK }: Limits = {},
): Promise<Page> {
  const ended = new AbortController();
  const clock = setTimeout(() => ended.abort(), fetchMs);
  const late = new Promise<never>((_, fail) => ended.signal.addEventListener("abort", () => fail(unreachable())));
  late.catch(() => {});
  try {
    return await Promise.race([follow(raw, { site, signal: ended.signal, network: asking(network) }), late]);
  } catch (error) {
    throw error instanceof Refused ? error : unreachable();
  } finally {
    clearTimeout(clock);
    // Whatever is still open of it is closed.
    ended.abort();
  }
}

/** Asks for each name once: what a site's robots.txt was asked at is where its pages are asked for. */
function asking(network: Network): Network {
  const known = new Map<string, ReturnType<Network["resolve"]>>();
  const resolve = (name: string) => {
    const places = known.get(name) ?? network.resolve(name);
    known.set(name, places);
    return places;
  };
  return { ...network, resolve };
}

interface Way {
  site: string;
  signal: AbortSignal;
  network: Network;
}

/** Where an answer leads elsewhere; null where it is the answer. */
const nextOf = ({ statusCode: status = 0, headers: { location } }: IncomingMessage): string | null =>
  status >= 300 && status < 400 && location !== undefined ? location : null;

async function follow(raw: string, way: Way): Promise<Page> {
  const first = checkedAddress(raw, way.site);
  const robots = new Map<string, Promise<string>>();
  let url = first;
  for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
    const rules = robots.get(url.origin) ?? robotsOf(url, way);
    robots.set(url.origin, rules);
    if (!allows(await rules, url)) throw disallowed();
    const answer = await ask(url, way.signal, way.network);
    const next = nextOf(answer);
    if (next === null) return { ...(await pageOf(answer)), requestedUrl: first.href, finalUrl: url.href };
    answer.destroy();
    url = checkedAddress(next, way.site, url);
  }
  throw unreachable();
}

/**
 * What a site tells programs, after RFC 9309: nothing where it has no such file or leads on without end.
 * @throws Refused where the site does not answer, which forbids everything
 */
async function robotsOf(page: URL, way: Way): Promise<string> {
  let url = new URL("/robots.txt", page);
  for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
    const answer = await ask(url, way.signal, way.network);
    const { statusCode: status = 0 } = answer;
    const next = nextOf(answer);
    if (next === null) {
      if (status >= 500) throw unreachable();
      const text = status >= 200 && status < 300 ? (await headOf(answer, ROBOTS_BYTES)).toString("utf8") : "";
      answer.destroy();
      return text.replace(/^\uFEFF/, "");
    }
    answer.destroy();
    url = checkedAddress(next, way.site, url);
  }
  return "";
}

async function pageOf(answer: IncomingMessage): Promise<Pick<Page, "bytes" | "kind" | "charset">> {
  const { statusCode: status = 0, headers } = answer;
  if (CLOSED.has(status)) throw new Refused("address-closed", { details: { field: "url" } });
  if (status !== 200) throw unreachable();
  const [type = "", ...parameters] = (headers["content-type"] ?? "text/html").split(";");
  const kind = KINDS[type.trim().toLowerCase()];
  if (!kind) throw new Refused("address-no-text", { details: { field: "url" } });
  const charset = /^\s*charset\s*=\s*"?([\w:.-]{1,40})/i;
  const said = parameters.map((one) => charset.exec(one)?.[1]).find((one) => one !== undefined);
  const bytes = await bodyOf(answer, PAGE_BYTES);
  if (asksNoMachine(headers["x-robots-tag"], bytes)) throw disallowed();
  return { bytes, kind, ...(said ? { charset: said } : {}) };
}
