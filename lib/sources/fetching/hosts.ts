/** Which addresses a machine of ours may ask: those of the open network, and none of a house's own. */
import { BlockList, isIPv6 } from "node:net";

/** Everything that IANA keeps for special use (RFC 6890 and its registries), with multicast and reserved space. */
const OWN_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // A cloud's metadata, in the public range.
  "168.63.129.16/32",
];
/** Of IPv6 only 2000::/3 is given out; within it these lead elsewhere: documentation, tunnels, and mapped IPv4. */
const OPEN_6 = ["2000::/3"];
const OWN_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

function listOf(ranges: string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = "", bits] = range.split("/");
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}

const own4 = listOf(OWN_4, "ipv4");
const own6 = listOf(OWN_6, "ipv6");
const open6 = listOf(OPEN_6, "ipv6");

/** Whether an address, as a resolver gives it, is one of the open network. */
export function isOpen(address: string): boolean {
  if (!isIPv6(address)) return !own4.check(address, "ipv4");
  return open6.check(address, "ipv6") && !own6.check(address, "ipv6");
}
