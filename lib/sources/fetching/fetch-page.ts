/**
 * Brings a page from an address that somebody gives. Everything about it may be hostile: each address on the way is
 * checked before it is asked, and whatever goes wrong is one refusal, so that nobody learns from it what listens where.
 */
import type { IncomingMessage } from "node:http";
import type { Kind } from "#lib/sources/extraction/kind";
import { checkedAddress, unreachable } from "#lib/sources/fetching/address";
import { ask, NETWORK, type Network } from "#lib/sources/fetching/ask";
import { bodyOf } from "#lib/sources/fetching/body";
import { Refused } from "#lib/verdict";

/** From http to https, to the canonical name, to the article: more lead nowhere. */
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

interface Limits {
  fetchMs?: number;
  network?: Network;
}

/**
 * `site` is our own address, which is never asked.
 * @throws Refused `address-unreachable`, `address-closed` where an open host refuses, `address-no-text` for other content
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
    return await Promise.race([follow(raw, site, ended.signal, network), late]);
  } catch (error) {
    throw error instanceof Refused ? error : unreachable();
  } finally {
    clearTimeout(clock);
    // Whatever is still open of it is closed.
    ended.abort();
  }
}

async function follow(raw: string, site: string, signal: AbortSignal, network: Network): Promise<Page> {
  const first = checkedAddress(raw, site);
  let url = first;
  for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
    const answer = await ask(url, signal, network);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (status < 300 || status >= 400 || location === undefined) {
      return { ...(await pageOf(answer, status)), requestedUrl: first.href, finalUrl: url.href };
    }
    answer.destroy();
    url = checkedAddress(location, site, url);
  }
  throw unreachable();
}

async function pageOf(answer: IncomingMessage, status: number): Promise<Pick<Page, "bytes" | "kind" | "charset">> {
  if (CLOSED.has(status)) throw new Refused("address-closed", { details: { field: "url" } });
  if (status !== 200) throw unreachable();
  const [type = "", ...parameters] = (answer.headers["content-type"] ?? "text/html").split(";");
  const kind = KINDS[type.trim().toLowerCase()];
  if (!kind) throw new Refused("address-no-text", { details: { field: "url" } });
  const charset = /^\s*charset\s*=\s*"?([\w:.-]{1,40})/i;
  const said = parameters.map((one) => charset.exec(one)?.[1]).find((one) => one !== undefined);
  return { bytes: await bodyOf(answer, PAGE_BYTES), kind, ...(said ? { charset: said } : {}) };
}
