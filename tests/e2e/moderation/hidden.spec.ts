import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import debate from "../../../prisma/seed/debate.json" with { type: "json" };
import { signIn } from "../forum/cast.ts";

/** What the seed has of each state, by a stretch of its claim that nothing else says. */
interface Kept {
  thread: string;
  words: string;
  author: string;
}

interface Seeded {
  thread: string;
  author: string;
  state?: string;
  claim: string;
}

const seeded: Seeded[] = debate.threads.flatMap(({ slug, arguments: said }) =>
  said.map(({ author, claim, ...rest }) => ({
    thread: slug,
    author,
    claim,
    state: (rest as { state?: string }).state,
  })),
);
const kept = (state: string): Kept[] =>
  seeded
    .filter((one) => one.state === state)
    .map(({ thread, author, claim }) => ({ thread, author, words: claim.slice(0, 30) }));

const VIEWS = ["", "/map", "/flow", "/evidence", "/strength", "/activity", "/bibliography", "/export", "/snapshots"];
const SORTED = ["?sort=impact", "?sort=impact&by=own", "/pro", "/con", "/feed.atom"];
/** Every argument by itself too, by its number; the longest seeded thread has fewer. */
const NUMBERS = Array.from({ length: 45 }, (_, i) => `/${i + 1}`);
const pagesOf = (thread: string) => [...VIEWS, ...SORTED, ...NUMBERS].map((view) => `/t/${thread}${view}`);
const ELSEWHERE = ["/", "/log", "/log/csv", "/sitemap/1.xml"];

/** The words of what was found, without what was looked for. */
const results = (html: string) =>
  html
    .slice(Math.max(html.indexOf('class="results"'), 0))
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]*>/g, "");

/** On which pages one of these claims stands: in their words or in the router's payload. */
async function found(request: APIRequestContext, hidden: readonly Kept[]): Promise<string[]> {
  const threads = [...new Set(hidden.map(({ thread }) => thread))];
  const told: string[] = [];
  for (const address of [...threads.flatMap(pagesOf), ...ELSEWHERE]) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      const answer = await request.get(address, { headers });
      expect(answer.status(), address).toBeLessThan(500);
      const text = await answer.text();
      for (const { words } of hidden) if (text.includes(words)) told.push(`${address}: ${words}`);
    }
  }
  for (const { words } of hidden) {
    const answer = await request.get(`/search?q=${encodeURIComponent(words)}`);
    expect(answer.status()).toBe(200);
    if (results(await answer.text()).includes(words)) told.push(`/search: ${words}`);
  }
  return told;
}

const hidden = [...kept("removed"), ...kept("pending")];

async function as(page: Page, name: string | null) {
  if (name) await signIn(page, name, "/");
  return page.context().request;
}

for (const name of [null, "Yuki Harada", "Signe Lindqvist"]) {
  test(`what was removed or waits stands on no page for ${name ?? "a stranger"}, nor in what a page is made of`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    expect(hidden.length).toBeGreaterThan(3);
    expect(await found(await as(page, name), hidden)).toEqual([]);
  });
}

test("what is visible is found by the same search, so that the one above can fail", async ({ page }) => {
  const visible = seeded.filter(({ state }) => state === undefined).slice(0, 1);
  const told = await found(
    await as(page, null),
    visible.map(({ thread, author, claim }) => ({ thread, author, words: claim.slice(0, 30) })),
  );
  const [one] = visible;
  expect(told).toContain(`/t/${one?.thread}: ${one?.claim.slice(0, 30)}`);
  expect(told).toContain(`/search: ${one?.claim.slice(0, 30)}`);
});
