/** What a thread tells outside, and addresses that keep leading where they led. */
import { type APIRequestContext, expect, test } from "@playwright/test";
import { SOURCE, signIn, THREAD, unlike } from "./cast.ts";

interface Made {
  id: string;
  number: number;
  links: { id: string }[];
}

/** The first long enough sentence of a source. */
async function sentence(request: APIRequestContext): Promise<string> {
  const { versions } = await (await request.get(`/api/v1/sources/${SOURCE.slice(3)}`)).json();
  return /[^.!?\n]{40,200}[.!?]/.exec(versions[0].text)?.[0].trim() ?? "";
}

test("a thread's feed, activity and permalinks follow an argument that is posted, revised and moved", async ({
  page,
  request,
}) => {
  test.setTimeout(90_000);
  await signIn(page, "Yuki Harada", "/settings");
  await page.getByLabel("What it is for").fill(unlike("outside"));
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = (await page.getByRole("main").locator("code").textContent()) ?? "";
  const send = async (path: string, data: object) => {
    const answer = await request.post(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` }, data });
    expect(answer.status(), path).toBe(201);
    return answer.json();
  };
  const citations = [{ source: SOURCE.slice(3), quote: await sentence(request) }];
  const claim = unlike("It says so <img src=x onerror=alert(1)>");
  const posted: Made = await send(`/threads${THREAD.slice(2)}/arguments`, { stance: "PRO", claim, citations });

  // The thread's head names its feed, and a strict parser finds the words there as they were written.
  await page.goto(THREAD);
  const address = await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute("href");
  const entries = () =>
    page.evaluate(async (feed) => {
      const read = new DOMParser().parseFromString(await (await fetch(feed)).text(), "application/xml");
      if (read.querySelector("parsererror")) throw new Error("not well formed");
      return [...read.querySelectorAll("entry")].map((entry) => ({
        id: entry.querySelector("id")?.textContent,
        title: entry.querySelector("title")?.textContent,
      }));
    }, address ?? "");
  const id = `urn:grounds:argument:${posted.id}`;
  expect((await entries()).find((entry) => entry.id === id)?.title).toBe(`#${posted.number} ${claim}`);

  const better = unlike("It says so in so many words");
  await send(`/arguments/${posted.id}/revisions`, { claim: better, body: null, citations });
  expect((await entries()).filter((entry) => entry.id === id)).toEqual([{ id, title: `#${posted.number} ${better}` }]);

  await page.goto(`${THREAD}/activity`);
  await expect(page.getByText(better).first()).toBeVisible();
  // The words of before are in its history alone, where what changed is marked.
  await expect(page.getByText("onerror")).toHaveCount(0);
  await page.getByRole("link", { name: "what changed" }).first().click();
  await expect(page.locator("del").first()).toBeVisible();
  await expect(page.locator("ins").first()).toBeVisible();

  for (const leads of [`/a/${posted.id}`, `${THREAD}/${posted.number}`]) {
    await page.goto(leads);
    await expect(page).toHaveURL(`/a/${posted.id}`);
    await expect(page.getByText(better).first()).toBeVisible();
  }
  await page.goto(`${THREAD}#a${posted.number}`);
  await expect(page.getByText(better).first()).toBeVisible();
});

test("programs are told what to read, and where", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  const [, map = ""] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
  const answer = await request.get(new URL(map).pathname);
  expect(answer.headers()["content-type"]).toBe("application/xml; charset=utf-8");
  expect(await answer.text()).toContain(`${THREAD}</loc>`);
});
