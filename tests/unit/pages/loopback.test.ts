import { expect, it } from "vitest";
import { isLoopback } from "#lib/pages/loopback";

it("this machine is known by its names, also where IPv4 is written as IPv6", () => {
  for (const own of ["localhost", "127.0.0.1", "127.8.0.9", "::1", "[::1]", "::ffff:127.0.0.1"])
    expect(isLoopback(own)).toBe(true);
  for (const other of ["", "192.168.1.4", "::ffff:10.0.0.1", "fe80::1", "localhost.example.org", "2130706433"])
    expect(isLoopback(other)).toBe(false);
});
