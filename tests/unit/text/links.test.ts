import { expect, test } from "vitest";
import { allowedLink } from "#lib/text/links";

test.each([
  ["https://example.org", "https://example.org/"],
  [" HTTP://Example.org/A?b=c#d ", "http://example.org/A?b=c#d"],
  ["https://example.org/@quay?to=a@b.example", "https://example.org/@quay?to=a@b.example"],
  ["https://example.org/a\"onmouseover='b", "https://example.org/a%22onmouseover='b"],
  ["mailto:Ann.Quay@example.org", "mailto:Ann.Quay@example.org"],
])("%j is allowed, as %s", (href, normal) => {
  expect(allowedLink(href)).toBe(normal);
});

test("a look-alike host is spelled out", () => {
  expect(allowedLink("https://ехample.org/")).toBe("https://xn--ample-ywe6i.org/");
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "  javascript:alert(1)",
  "\u00a0javascript:alert(1)",
  "java\u200bscript:alert(1)",
  "data:text/html,<script>",
  "vbscript:a",
  "blob:https://example.org/a",
  "//evil.example",
  "\\\\evil.example",
  "ftp://example.org",
  "tel:123",
  "/t/new",
  "example.org",
  "",
  "https:evil.example",
  "https://",
  "https://school.example@evil.example",
  "https://@evil.example",
  "https://a:b@evil.example/",
  "https://school.example\\@evil.example",
  "https://exa\u00admple.org",
  "https://exa\u202emple.org",
  'https://a/" onmouseover="b',
  "https://a.example/\u0000",
  "mailto:a@b.example?bcc=c@d.example",
  "mailto:a@b.example%0d%0aBcc:c@d.example",
  `https://example.org/?${"a%20".repeat(500)}`,
])("%j is refused", (href) => {
  expect(allowedLink(href)).toBeNull();
});
