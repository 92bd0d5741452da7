import { type APIRequestContext, expect, test } from "@playwright/test";
import { signIn } from "./cast.ts";

/** Enough to reach every kind of page from the front page. */
const PAGES_MAX = 120;

/** All that the API tells of threads and sources. */
async function everything(request: APIRequestContext): Promise<string> {
  const read = async (path: string) => (await request.get(path)).json();
  const threads = (await read("/api/v1/threads")).items as { slug: string }[];
  const sources = (await read("/api/v1/sources")).items as { slug: string }[];
  const paths = [
    ...threads.map(({ slug }) => `/api/v1/threads/${slug}`),
    ...sources.map(({ slug }) => `/api/v1/sources/${slug}`),
  ];
  return JSON.stringify(await Promise.all(paths.map(read)));
}

test("following every link as the one who runs the forum changes nothing", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "Mateo");
  const before = await everything(page.request);
  const found = ["/"];
  for (const path of found) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBeLessThan(400);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    for (const [, href = ""] of (await answer.text()).matchAll(/<a[^>]* href="(\/[^"#]*)/g)) {
      const next = href.replaceAll("&amp;", "&");
      if (found.length < PAGES_MAX && !found.includes(next)) found.push(next);
    }
  }
  expect(found).toHaveLength(PAGES_MAX);
  expect(await everything(page.request)).toBe(before);
});
