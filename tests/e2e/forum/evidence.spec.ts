import { expect, test } from "@playwright/test";
import { complaintsOf, THREAD } from "./cast.ts";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("every figure of the evidence leads to a list of that many", async ({ page }) => {
    test.setTimeout(120_000);
    const complaints = complaintsOf(page);
    await page.goto(THREAD);
    await page
      .getByRole("navigation", { name: "Views of this thread" })
      .getByRole("link", { name: "Evidence" })
      .click();
    await expect(page).toHaveURL(/\/evidence$/);
    const figures = await page
      .locator(".evidence a[href^='/search']")
      .evaluateAll((links) => links.map((link) => [link.getAttribute("href") ?? "", link.textContent ?? ""] as const));
    expect(figures.length).toBeGreaterThan(40);
    // A turn's own number is its name, and "and 3 more" counts what is not shown beside it.
    const named = /turn=\d+$/;
    const asked = new Map(
      figures.filter(([href, words]) => /\d/.test(words) && !named.test(href) && !/^and /.test(words)),
    );
    for (const [href, words] of asked) {
      await page.goto(href);
      const count = Number(/(\d+) found/.exec((await page.getByRole("status").textContent()) ?? "")?.[1]);
      // "36 of 54" counts citations, of which an argument may make several.
      if (/ of /.test(words)) expect(count, words).toBeLessThanOrEqual(Number(words.split(" ")[0]));
      else expect(count, `${words} at ${href}`).toBe(Number(/\d+/.exec(words)?.[0]));
      expect(await page.locator(".index > li").count(), href).toBe(Math.min(count, 20));
    }
    expect(complaints).toEqual([]);
  });
});
