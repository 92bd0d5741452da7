import { BlockList, isIP } from "node:net";

const OWN = new BlockList();
OWN.addSubnet("127.0.0.0", 8);
OWN.addAddress("::1", "ipv6");

/** Whether a host name of an address, or the address of a connection, is this machine's own. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(bare);
  return family === 0 ? bare === "localhost" : OWN.check(bare, family === 4 ? "ipv4" : "ipv6");
}
