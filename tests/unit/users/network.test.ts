import { describe, expect, it } from "vitest";
import { networkOf, originOf } from "#lib/users/network";

describe("a network", () => {
  it("is one IPv4 address, also inside IPv6", () => {
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::FFFF:cb00:7107")).toBe("203.0.113.7");
  });

  it("is the first half of an IPv6 address, however it is written", () => {
    for (const address of [
      "2001:db8:1:2::1",
      "2001:db8:1:2:ffff:ffff:ffff:ffff",
      "2001:0DB8:0001:0002:0::9",
      "2001:db8:1:2::1%eth0",
    ])
      expect(networkOf(address), address).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8:1:3::1")).toBe("2001:db8:1:3::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("fe80::1")).toBe("fe80:0:0:0::/64");
  });

  it("is noted by the front alone; what a browser calls itself is shortened", () => {
    const headers = new Headers({
      "x-client-address": "203.0.113.7",
      "x-forwarded-for": "198.51.100.1",
      "x-real-ip": "198.51.100.2",
      "user-agent": "x".repeat(1_000),
    });
    expect(originOf(headers)).toEqual({ network: "203.0.113.7", agent: "x".repeat(200) });
    expect(originOf(new Headers())).toEqual({ network: "", agent: "" });
  });
});
