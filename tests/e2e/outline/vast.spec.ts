import { expect, type Page, test } from "@playwright/test";
import { complaintsOf } from "../forum/cast.ts";

/** The long debate that is planted for the journeys. */
const LONG = "/t/should-the-port-town-keep-its-night-buses-draw-7-300";

/** Opens every branch that opens in place, and every list to its end. */
async function openAll(page: Page) {
  const closed = page.locator(
    "[aria-expanded='false']:not([aria-level='6']) > .argument .below, .more:not([hidden]) > a",
  );
  while ((await closed.count()) > 0) {
    await closed.evaluateAll((links) => {
      for (const link of links.slice(0, 20)) (link as HTMLElement).click();
    });
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  }
}

test("a screen reader finds every item of a vast tree by its words, also far off the screen", async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(page);
  await page.goto(LONG, { waitUntil: "networkidle" });
  await openAll(page);
  await expect(page.locator(".vast").first()).toBeVisible();
  const shown = await page.locator('[role="treeitem"]:not([hidden])').count();
  expect(shown).toBeGreaterThan(200);

  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const items = nodes.filter(({ role, ignored }) => role?.value === "treeitem" && !ignored);
  const names = items.map(({ name }) => String(name?.value ?? ""));
  expect(names.filter((name) => !/\p{L}{3}/u.test(name))).toEqual([]);
  expect(items).toHaveLength(shown);
  expect(complaints).toEqual([]);
});
