import { expect, test } from "vitest";
import { referenceTo } from "#lib/sources/reference";

const APP = "https://forum.example";
const csl = { id: "ferry", type: "article-newspaper", title: "A ferry", URL: "https://example.org/ferry" };
const stored = { slug: "ferry", csl, broughtAt: new Date("2026-11-20T23:59:59Z") };

test("a reference to an article leads to the article, says when it was taken and where it is kept", () => {
  expect(referenceTo({ ...stored, kind: "ARTICLE" }, APP)).toEqual({
    ...csl,
    accessed: { "date-parts": [[2026, 11, 20]] },
    archive_location: "https://forum.example/s/ferry",
  });
});

test("a reference to a digest says that it is one, and does not lead to the article's words", () => {
  const reference = referenceTo({ ...stored, kind: "DIGEST" }, APP);
  expect(reference.genre).toBe("Digest");
  expect(reference).not.toHaveProperty("URL");
});
