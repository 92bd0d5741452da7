/** A debate frozen, changed and frozen again; and a debate shown in somebody else's page. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, post, signIn, THREAD, unlike } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function flawsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function freeze(page: Page): Promise<string> {
  await page.goto(`${THREAD}/export`);
  await page.getByRole("link", { name: "Take a snapshot" }).click();
  await page.getByRole("button", { name: "Freeze it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Snapshot \d+$/);
  return new URL(page.url()).pathname;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("somebody freezes a debate, argues, withdraws, freezes again, and reads what changed", async ({ page }) => {
      test.setTimeout(120_000);
      const complaints = complaintsOf(page);
      await signIn(page, "Leilani Kahale");
      const [stays, goes] = [unlike("This one stays"), unlike("This one goes")];
      const { number: gone, id } = await post(page, goes, 3, javaScriptEnabled);
      const first = await freeze(page);
      expect(await freeze(page), "nothing has changed").toBe(first);
      await expect(page.getByRole("main")).toContainText("The file hashes to this value");
      const file = page.getByRole("link", { name: "Grounds JSON" });
      const before = await (await page.request.get((await file.getAttribute("href")) ?? "")).text();
      expect(before).toContain(goes);
      if (javaScriptEnabled) expect(await flawsOf(page)).toEqual([]);

      await post(page, stays, 5, javaScriptEnabled);
      await page.goto(`/a/${id}/withdraw`);
      await page.getByRole("button", { name: "Withdraw it" }).click();
      await expect(page).not.toHaveURL(/withdraw$/);
      const second = await freeze(page);
      await page.getByRole("link", { name: /^Since snapshot/ }).click();
      const added = page.getByRole("region", { name: /^Added/ });
      await expect(added).toContainText(stays);
      await expect(page.getByRole("region", { name: /^Withdrawn/ })).toContainText(`#${gone}`);
      await expect(page.getByRole("main")).not.toContainText(goes);
      if (javaScriptEnabled) expect(await flawsOf(page)).toEqual([]);

      // What was withdrawn is out of the state that was frozen with it, too, and the page says so.
      await page.goto(first);
      await expect(page.getByRole("main")).toContainText("Not all of this state can be read any more.");
      await expect(page.getByRole("main")).toContainText(`#${gone}`);
      await expect(page.getByRole("main")).not.toContainText(goes);
      const href = (await page.getByRole("link", { name: "Grounds JSON" }).getAttribute("href")) ?? "";
      const after = await (await page.request.get(href)).json();
      expect(JSON.stringify(after)).not.toContain(goes);
      expect(after.frozen.hash).toBe(JSON.parse(before).hash);

      await page.goto(`${THREAD}/snapshots`);
      await expect(page.getByRole("row").filter({ has: page.locator(`a[href="${second}"]`) })).toContainText(
        "since snapshot",
      );
      if (javaScriptEnabled) expect(await flawsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
}

/** A page of somebody else's, on an origin of its own, that frames an address of ours. */
async function framing<T>(address: string, use: (page: string) => Promise<T>): Promise<T> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<title>Elsewhere</title><iframe src="${address}" width="600" height="500" title="Framed"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close().closeAllConnections();
  }
}

test("another site frames a debate, and none of our other pages", async ({ page, request, baseURL }) => {
  const embedded = `/embed${THREAD}`;
  const complaints = complaintsOf(page);
  await framing(baseURL + embedded, async (elsewhere) => {
    await page.goto(elsewhere);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(frame.getByRole("heading", { level: 2 })).toHaveText([/Pro/, /Con/]);
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      frame.getByRole("heading", { level: 1 }).getByRole("link").click(),
    ]);
    await expect(opened).toHaveURL(new RegExp(`${THREAD}$`));
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await opened.close();
  });
  expect(complaints).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  for (const path of [THREAD, `${THREAD}/export`, "/sign-in", "/api/v1/threads"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
  const { "x-frame-options": framed, "content-security-policy": policy } = (await request.get(embedded)).headers();
  expect([framed, policy]).toEqual([undefined, expect.stringContaining("frame-ancestors *")]);
  await framing(baseURL + THREAD, async (elsewhere) => {
    await page.goto(elsewhere);
    await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1000]) {
    test.describe(`in a frame ${width} pixels wide, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 700 } });

      test("the framed page has no flaw that a machine can see, and nothing leaves it sideways", async ({ page }) => {
        const complaints = complaintsOf(page);
        await page.goto(`/embed${THREAD}`);
        for (const other of ["Show it as a map", "Show it as an outline"]) {
          expect(await flawsOf(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          await page.getByRole("link", { name: other }).click();
        }
        expect(complaints).toEqual([]);
      });
    });
  }
}

test("programs find a thread's words as data, its picture, and how to show it, and no browser complains", async ({
  page,
  request,
}) => {
  const complaints = complaintsOf(page);
  for (const address of [THREAD, "a"]) {
    if (address === THREAD) await page.goto(THREAD);
    else await page.locator("article .claim a").first().click();
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
    expect(data["@context"]).toBe("https://schema.org");
    expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(page.url());
    const picture = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    const answer = await request.get(picture);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const png = await answer.body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  expect(complaints).toEqual([]);
  await page.goto(THREAD);
  const discovered = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
  const oembed = await (await request.get(discovered ?? "")).json();
  expect(oembed).toMatchObject({ version: "1.0", type: "rich", html: expect.stringContaining(`/embed${THREAD}`) });
  expect((await request.get((discovered ?? "").replace("format=json", "format=xml"))).status()).toBe(501);
  expect((await request.get("/api/oembed?url=https%3A%2F%2Fevil.example%2Ft%2Fx")).status()).toBe(404);
  expect((await request.get("/embed/t/nothing-here")).status()).toBe(404);
  expect((await request.get("/t/nothing-here/opengraph.png")).status()).toBe(404);
});
