import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { THREAD } from "../forum/cast.ts";

const MAP = `${THREAD}/map`;

async function flawsOf(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

const boxes = (page: Page) => page.locator(".map a[data-node]");
const transform = (page: Page) =>
  page.locator(".map-scene").evaluate((scene) => (scene as HTMLElement).style.getPropertyValue("transform"));

test("a map is walked along its lines by the arrows, and opens a closed branch on the way", async ({ page }) => {
  await page.goto(MAP);
  const tree = page.getByRole("tree");
  await expect(tree).toBeVisible();
  expect(await page.locator('.map [tabindex="0"]').count()).toBe(1);
  await page.locator("#m0").focus();
  await page.keyboard.press("ArrowRight");
  const chosen = page.getByRole("complementary", { name: "The chosen argument" });
  await expect(page.getByRole("treeitem", { selected: true })).toHaveAttribute("aria-level", "2");
  await expect(chosen.locator("blockquote mark").first()).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const closed = page.getByRole("treeitem", { selected: true, expanded: false });
  await expect(closed).toHaveAttribute("aria-level", "3");
  const drawn = await boxes(page).count();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("treeitem", { selected: true })).toHaveAttribute("aria-level", "4");
  expect(await boxes(page).count()).toBeGreaterThan(drawn);
  await expect(page).toHaveURL(/\/map\?branches=\d+#m\d+$/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(":focus")).toHaveAttribute("aria-level", "3");
  await page.goBack();
  await expect(boxes(page)).toHaveCount(drawn);
});

test("an argument is found by its number or its words, wherever it stands", async ({ page }) => {
  await page.goto(`${MAP}?branches=all`);
  const deep = page.locator('.map a[data-depth="4"]').first();
  const number = (await deep.getAttribute("id"))?.slice(1);
  const claim = await page.locator(`.map-text #a${number} .claim`).textContent();
  await page.goto(MAP);
  await expect(page.locator(`#m${number}`)).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Words or #number" }).fill(`#${number}`);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.locator(`#m${number}`)).toBeFocused();
  await page.goto(MAP);
  const words = claim?.split(" ").slice(0, 5).join(" ") ?? "";
  await page.getByRole("searchbox", { name: "Words or #number" }).fill(words);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.locator(`#m${number}`)).toBeFocused();
});

test("nothing needs dragging: buttons and keys move one transform, and what is drawn stays as it is", async ({
  page,
}) => {
  await page.goto(MAP);
  const zoom = page.getByRole("group", { name: "Move the map" });
  await expect(zoom).toBeVisible();
  const before = await page.locator(".map").innerHTML();
  const seen = new Set([await transform(page)]);
  for (const name of ["Closer", "To the right", "Down", "Farther", "All of it"]) {
    await zoom.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => transform(page)).not.toBe([...seen].at(-1));
    seen.add(await transform(page));
  }
  expect(await page.locator(".map").innerHTML()).toBe(before);
  expect(await flawsOf(page)).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a map is a drawing of links: a box leads to its words, and a branch has an address that draws it", async ({
    page,
  }) => {
    await page.goto(MAP);
    const drawn = await boxes(page).count();
    const first = boxes(page).nth(1);
    const card = page.locator((await first.getAttribute("href")) ?? "");
    await expect(card.locator("blockquote").first()).toBeVisible();
    await first.click();
    await expect(page).toHaveURL(/#a\d+$/);
    await expect(card).toBeInViewport();
    const branch = page.locator('.map .turn[data-turn="closed"]').first();
    await page.goto((await branch.getAttribute("href")) ?? "");
    expect(await boxes(page).count()).toBeGreaterThan(drawn);
    await expect(page.locator('.map .turn[data-turn="open"]').first()).toBeVisible();
  });
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a map is read one level at a time", async ({ page }) => {
    await page.goto(MAP);
    await expect(page.locator(".map-canvas")).toBeHidden();
    const shown = page.locator(".map-card:visible");
    const top = await shown.count();
    expect(top).toBe(await page.locator(".map-text > .map-level > li").count());
    const way = shown.getByRole("link", { name: /^\d+ answers?$/ }).first();
    await way.click();
    await expect(page).toHaveURL(/\/map\/\d+$/);
    await expect(page.locator(".map-text > .map-card blockquote").first()).toBeVisible();
    expect(await shown.count()).toBeGreaterThan(1);
    expect(await flawsOf(page)).toEqual([]);
    await page.getByRole("navigation", { name: "What this branch answers" }).getByRole("link").first().click();
    await expect(shown).toHaveCount(top);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
});
