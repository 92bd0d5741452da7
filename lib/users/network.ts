/** Where a request comes from, as the front server noted it; what a request says itself is dropped there. */
import { isIPv6 } from "node:net";

export interface Origin {
  /** The client's network, for limits. */
  network: string;
  /** What the browser calls itself. */
  agent: string;
}

/** Long enough to tell a browser and its system; the rest is versions. */
const AGENT_MAX = 200;

export function originOf(headers: { get: (name: string) => string | null }): Origin {
  return {
    network: networkOf(headers.get("x-client-address") ?? ""),
    agent: (headers.get("user-agent") ?? "").toWellFormed().slice(0, AGENT_MAX),
  };
}

/** An IPv4 address, or the first 64 bits of an IPv6 one: a household's customary share, all of it in one hand. */
export function networkOf(address: string): string {
  const [bare = ""] = address.trim().split("%");
  if (!isIPv6(bare)) return bare;
  // The URL parser writes every spelling of an address alike, an embedded IPv4 address in hexadecimal.
  const groups = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const [head, tail] = groups.map((half) => (half === "" ? [] : half.split(":")));
  const zeros = tail === undefined ? 0 : 8 - (head?.length ?? 0) - tail.length;
  const all = [...(head ?? []), ...Array<string>(zeros).fill("0"), ...(tail ?? [])];
  if (all.slice(0, 6).join(":") === "0:0:0:0:0:ffff") {
    return all
      .slice(6)
      .map((group) => Number.parseInt(group, 16))
      .map((n) => `${n >> 8}.${n & 255}`)
      .join(".");
  }
  return `${all.slice(0, 4).join(":")}::/64`;
}
