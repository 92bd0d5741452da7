import { beforeAll, describe, expect, test } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { FORMS } from "#lib/sources/bibliography";
import type { CslItem } from "#lib/sources/csl";
import type { Person } from "#lib/users/viewer";
import { GET as bibliography } from "../../../app/api/v1/threads/[slug]/bibliography/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { anArgument, aSource, aThread, person } from "../../support/world.ts";

let naledi: Person;
let slug: string;
let raising: string;
let cited: string;
let gone: string;

beforeAll(async () => {
  naledi = await person("naledi");
  raising = await aSource(naledi);
  cited = await aSource(naledi, {
    title: "Closing {time} at the harbour",
    outlet: "The Tide",
    byline: "Ane Holm",
    publishedOn: "2026-03-05",
    url: "https://example.org/closing",
  });
  gone = await aSource(naledi, { title: "Only the withdrawn argument quotes this" });
  await aSource(naledi, { title: "Nobody quotes this" });
  slug = await aThread(naledi, raising);
  await anArgument(naledi, slug, cited);
  await anArgument(naledi, slug, cited, { claim: "It stands on the same text." });
  await withdrawArgument(naledi, (await anArgument(naledi, slug, gone, { claim: "Not this." })).id, "I misread it.");
});

async function taken(format: string): Promise<{ text: string; headers: Headers }> {
  const query = format && `?format=${format}`;
  const response = await bibliography(new Request(`http://localhost/x${query}`), { params: Promise.resolve({ slug }) });
  expect(response.status).toBe(200);
  return { text: await response.text(), headers: response.headers };
}

describe("a thread's bibliography", () => {
  test("is CSL-JSON: the sources that question and visible arguments quote, once each, in order", async () => {
    const works: CslItem[] = JSON.parse((await taken("")).text);
    expect(works.map(({ id }) => id)).toEqual([cited, raising]);
    expect(works[0]).toMatchObject({
      type: "article-newspaper",
      title: "Closing {time} at the harbour",
      author: [{ literal: "Ane Holm" }],
      "container-title": "The Tide",
      issued: { "date-parts": [[2026, 3, 5]] },
      URL: "https://example.org/closing",
      archive_location: `http://localhost:3000/s/${cited}`,
    });
    const today = new Date().toISOString().slice(0, 10).split("-").map(Number);
    expect(works[0]?.accessed).toEqual({ "date-parts": [today] });
  });

  test.each([
    ["mla", "Ane Holm. “Closing {Time} at the Harbour.” The Tide, 5 Mar. 2026, https://example.org/closing."],
    ["apa", "Ane Holm. (2026, March 5). Closing {time} at the harbour. The Tide. https://example.org/closing"],
    ["chicago", "Ane Holm. “Closing {Time} at the Harbour.” The Tide, March 5, 2026. https://example.org/closing."],
    ["bibtex", "  title   = {{Closing \\textbraceleft{}time\\textbraceright{} at the harbour}},"],
    ["ris", "TI  - Closing {time} at the harbour\r"],
  ] as const)("is taken along as %s, each work once", async (format, line) => {
    const { text, headers } = await taken(format);
    expect(text.split("\n")).toContain(line);
    expect(text.match(/harbour report/gi)).toHaveLength(1);
    expect(text).not.toMatch(/withdrawn|nobody quotes/i);
    expect(headers.get("content-type")).toBe(FORMS[format].mediaType);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${slug}.${FORMS[format].extension}"`);
  });

  test("of an unknown format is refused with the known ones, and that of no thread is missing", async () => {
    const { json } = await expectRefusal(422, "format-unknown", bibliography, {
      params: { slug },
      query: "?format=docx",
    });
    expect(json.formats).toEqual(["csl", "bibtex", "ris", "mla", "apa", "chicago"]);
    expect((await call(bibliography, { params: { slug: "no-such-thread" } })).status).toBe(404);
  });
});
