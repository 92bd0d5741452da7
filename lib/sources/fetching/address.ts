/** What may stand in an address that somebody gives, before anything is resolved. */
import { Refused } from "#lib/verdict";

/** The one refusal for whatever is wrong with an address or its answer: it tells nobody what listens where. */
export const unreachable = () => new Refused("address-unreachable", { details: { field: "url" } });

const PORTS = new Set(["", "80", "443"]);
/** Names that no public server has. */
const INNER = /^(?:[^.]+|.*\.(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|onion|arpa))\.?$/i;

/**
 * The address to ask for, its fragment gone.
 * @throws Refused `address-unreachable` for other protocols and ports, credentials, the site itself and names of a house's own
 */
export function checkedAddress(raw: string, site: string, base?: URL): URL {
  const url = URL.parse(raw, base?.href);
  if (!url || !/^https?:$/.test(url.protocol)) throw unreachable();
  if (url.username || url.password || !PORTS.has(url.port)) throw unreachable();
  if (url.hostname.replace(/\.$/, "") === new URL(site).hostname) throw unreachable();
  if (!url.hostname.startsWith("[") && INNER.test(url.hostname)) throw unreachable();
  url.hash = "";
  return url;
}
