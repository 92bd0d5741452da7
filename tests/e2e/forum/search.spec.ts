import { expect, test } from "@playwright/test";
import { complaintsOf, THREAD } from "./cast.ts";

test("the search is reached, asked, narrowed down and left by keyboard", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(THREAD);
  await page.keyboard.press("/");
  const field = page.getByRole("banner").getByRole("searchbox");
  await expect(field).toBeFocused();
  // A slash that is written is a slash.
  await page.keyboard.type("court/");
  await expect(field).toHaveValue("court/");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=court$/);
  const own = page.getByRole("main").getByRole("searchbox");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(own).toBeFocused({ timeout: 100 });
  }).toPass();
  const found = page.getByRole("status");
  const all = Number.parseInt((await found.textContent()) ?? "", 10);
  expect(all).toBeGreaterThan(3);
  await expect(page.locator(".index mark").first()).toHaveText(/court/i);

  await page
    .getByRole("navigation", { name: "Narrow down" })
    .getByRole("link", { name: "Con", exact: true })
    .press("Enter");
  await expect(page).toHaveURL(/stance=con/);
  const fewer = Number.parseInt((await found.textContent()) ?? "", 10);
  expect(fewer).toBeLessThan(all);
  expect(await page.locator(".index > li").count()).toBe(fewer);
  await page.getByRole("list", { name: "Looked for in" }).getByRole("link").press("Enter");
  await expect(found).toHaveText(`${all} found`);
  await page.locator(".index h2 a").first().press("Enter");
  await expect(page).toHaveURL(/\/a\/\w+$/);
  expect(complaints).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("what is misspelt is offered as it was meant, and the address is the search", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("banner").getByRole("searchbox").first().fill("prizon");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText("Nothing found");
    await page.getByRole("link", { name: "prison" }).click();
    await expect(page).toHaveURL(/q=prison/);
    const items = await page.locator(".index > li").count();
    expect(items).toBe(20);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page.locator(".index > li").first()).toBeVisible();
  });

  test("on a narrow screen it is in the menu", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/");
    await page.locator(".site-menu summary").click();
    await page.locator(".site-menu").getByRole("searchbox").fill("fee");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=fee$/);
    await page.getByRole("link", { name: "Narrow down" }).click();
    await expect(page.getByRole("navigation", { name: "Narrow down" })).toBeInViewport();
  });

  test("what cannot be looked for is answered with a sentence, and nothing of it is lost or run", async ({ page }) => {
    for (const q of [
      "& | !",
      "the of and",
      "-prison",
      "\u0000a",
      "a".repeat(10_000),
      "%",
      "<script>alert(1)</script>",
    ]) {
      const answer = await page.goto(`/search?q=${encodeURIComponent(q)}&thread=x&thread=y&stance=<script>&turn=1e9`);
      expect(answer?.status(), q).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
    }
    await page.goto(`/search?q=${encodeURIComponent("& | !")}`);
    await expect(page.getByRole("alert")).toContainText("nothing here to look for");
  });
});
