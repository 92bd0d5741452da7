/** What a robots.txt says to us; the cases of RFC 9309, and files that nobody means well by. */
import { describe, expect, it } from "vitest";
import { allows, asksNoMachine } from "#lib/sources/fetching/robots";
import { cpuMs } from "../text/cpu.ts";

const at = (robots: string, path: string) => allows(robots, new URL(path, "https://tide.example"));

describe("a robots.txt", () => {
  it.each([
    ["", "/a", true],
    ["User-agent: *\nDisallow: /", "/a", false],
    ["User-agent: *\nDisallow:", "/a", true],
    ["User-agent: otherbot\nDisallow: /", "/a", true],
    ["user-AGENT : GROUNDS/2.0 # us\ndisallow:/a", "/ab", false],
    ["User-agent: groundskeeper\nDisallow: /", "/a", true],
    ["Disallow: /", "/a", true],
    ["User-agent: *\rDisallow: /\r\nAllow: /a", "/a", true],
  ])("%j lets us ask for %s: %j", (robots, path, allowed) => {
    expect(at(robots, path)).toBe(allowed);
  });

  it("speaks to us by name before it speaks to everybody, in all the groups that name us", () => {
    const robots =
      "User-agent: *\nDisallow: /\n\nUser-agent: Grounds\nUser-agent: b\nDisallow: /x\n\nUser-agent: Grounds\nDisallow: /y";
    expect(["/a", "/x/1", "/y"].map((path) => at(robots, path))).toEqual([true, false, false]);
  });

  it("is decided by the longest rule that fits, and of two as long by the one that allows", () => {
    const robots =
      "User-agent: *\nSitemap: https://tide.example/s.xml\nAllow: /p\nDisallow: /\nDisallow: /p/q\nAllow: /p/q\nDisallow: /p/q/r";
    expect(["/p", "/o", "/p/q", "/p/q/r"].map((path) => at(robots, path))).toEqual([true, false, true, false]);
  });

  it.each([
    ["/*.php$", "/a.php", false],
    ["/*.php$", "/a.php?b", true],
    ["/fish*", "/fishheads/y", false],
    ["/*/b/*c", "/a/b/xxc/d", false],
    ["/*/b/*c", "/b/c", true],
    ["/a*b*ab$", "/a-b-ab", false],
    ["/a*b*ab$", "/ab", true],
    ["/a$", "/a", false],
    ["/a$", "/a/", true],
    ["/*", "/", false],
    ["/page?id=*", "/page?id=5", false],
    ["/caf%C3%A9", "/café", false],
    ["/café", "/caf%c3%a9", false],
    ["/~ada/%62", "/%7Eada/b", false],
    ["/a%2Fb", "/a/b", true],
  ])("that disallows %s lets us ask for %s: %j", (pattern, path, allowed) => {
    expect(at(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(allowed);
  });

  it("takes no more time and memory than its length, whatever it holds", () => {
    const path = `/${"a".repeat(30_000)}`;
    const hostile = [
      "user-agent: *\n".repeat(17_000) + "allow: /\n".repeat(28_000),
      `user-agent: *\ndisallow: /${"*a".repeat(250_000)}$`,
      `user-agent: *\n${`disallow: /${"*a".repeat(50)}b$\n`.repeat(4_500)}`,
      "\ud800%".repeat(250_000),
    ];
    for (const robots of hostile) expect(cpuMs(() => at(robots, path))).toBeLessThan(2_000);
  });
});

describe("a page", () => {
  it("may ask to be kept from machines that learn, by a header or in its head", () => {
    const nothing = Buffer.from("<p>noai, says <meta name=author content=noai></p>");
    expect(asksNoMachine(undefined, nothing)).toBe(false);
    expect(asksNoMachine("noindex, noarchive", nothing)).toBe(false);
    expect(asksNoMachine(["noindex", "NoAI"], nothing)).toBe(true);
    expect(asksNoMachine(undefined, Buffer.from(`<meta charset="utf-8" name='robots' content="noindex, noai">`))).toBe(
      true,
    );
    expect(asksNoMachine(undefined, Buffer.from("<meta ".repeat(10_000)))).toBe(false);
  });
});
