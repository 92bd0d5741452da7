import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathWithin } from "#lib/users/back";

describe("the way back after signing in", () => {
  it("is a path of this site, with its query and its fragment", () => {
    for (const path of [
      "/",
      "/t/lawful",
      "/t/lawful/argue?parent=a1&stance=CON",
      "/t/lawful#a12",
      "/s/x?from=1&to=2#c1-2",
    ])
      expect(pathWithin(path)).toBe(path);
  });

  it("is the home page for everything that could lead elsewhere", () => {
    for (const trick of [
      undefined,
      "",
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\/evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "/t\r\nLocation: https://evil.example",
      "https:evil.example",
      "https://site.org.evil.example",
      "http://nowhere.invalid@evil.example/",
      "javascript:alert(1)",
      " //evil.example",
      "/.//evil.example",
      "/..//evil.example",
      "/t/..//evil.example",
      "/%2e//evil.example",
      "t/lawful",
      `/${"a".repeat(1_001)}`,
    ])
      expect(pathWithin(trick), String(trick)).toBe("/");
  });

  it("stays on this site however it is encoded", () => {
    for (const path of ["/%09/evil.example", "/%2f%2fevil.example", "/%252f%252fevil.example", "/%5cevil.example"])
      expect(new URL(pathWithin(path), "https://forum.example").origin).toBe("https://forum.example");
    fc.assert(
      fc.property(fc.stringMatching(/^[/\\.%a-z0-9:@?#\t\n ]{0,12}$/), (text) => {
        expect(new URL(pathWithin(text), "https://forum.example").origin).toBe("https://forum.example");
      }),
      { numRuns: 2_000 },
    );
  });
});
