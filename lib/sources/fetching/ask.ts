/** One request to one checked place: the connection goes to the address that was looked at, whatever a name says later. */
import { lookup as resolve } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { unreachable } from "#lib/sources/fetching/address";
import { isOpen } from "#lib/sources/fetching/hosts";

/** How names are resolved and which addresses are open; tests give their own. */
export interface Network {
  resolve: (name: string) => Promise<{ address: string; family: number }[]>;
  isOpen: (address: string) => boolean;
  /** The port to connect to in place of the address's own. */
  port?: number;
}

export const NETWORK: Network = { resolve: (name) => resolve(name, { all: true, verbatim: true }), isOpen };

/** Every address of a name must be open: one that is not tells of a trap. */
async function placeOf(url: URL, network: Network): Promise<{ address: string; family: number }> {
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(name);
  const places = family ? [{ address: name, family }] : await network.resolve(name);
  const [first] = places;
  if (!first || !places.every(({ address }) => network.isOpen(address))) throw unreachable();
  return first;
}

/** What is asked for in another way than a page is. */
export interface Asking {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
}

/** A page, as nobody in particular: no cookies, no referrer, nothing of who brings it. */
const PAGE: Asking = {
  method: "GET",
  headers: {
    accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8",
    "accept-encoding": "gzip, br",
    "accept-language": "en",
    "user-agent": "Grounds (brings one page in when a reader asks for it)",
  },
};

/** Asks one checked address, and follows nothing. */
export async function ask(
  url: URL,
  signal: AbortSignal,
  network: Network,
  { method, headers, body }: Asking = PAGE,
): Promise<http.IncomingMessage> {
  const { address, family } = await placeOf(url, network);
  signal.throwIfAborted();
  const lookup: LookupFunction = (_name, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  return new Promise((answer, fail) => {
    const request = (url.protocol === "https:" ? https : http).request(
      url,
      {
        lookup,
        method,
        headers,
        signal,
        agent: false,
        maxHeaderSize: 32 * 1024,
        ...(network.port ? { port: network.port } : {}),
      },
      answer,
    );
    request.once("error", fail);
    request.end(body);
  });
}
