import { expect, test } from "@playwright/test";
import { complaintsOf, signIn, THREAD } from "../forum/cast.ts";

test("a reader says how much an argument weighs beside it, and takes that back", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(THREAD);
  const path = (await page.locator("#a1 .claim a").first().getAttribute("href")) ?? "";
  // For a stranger it is a link, and so it is without script.
  await page.goto(path);
  await expect(page.getByRole("link", { name: "Say how much it weighs" })).toBeVisible();
  await signIn(page, "Mateo", path);
  const scale = page.getByRole("group", { name: "How much does it weigh on the question?" });
  await scale.getByRole("button", { name: /^4/ }).click();
  await expect(scale.getByRole("button", { name: /^4/ })).toHaveAttribute("aria-pressed", "true");
  await scale.getByRole("button", { name: /^1/ }).click();
  await expect(scale.getByRole("button", { name: /^1/ })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(scale.getByRole("button", { name: /^1/ })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  await page.reload();
  await expect(scale.getByRole("button", { pressed: true })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("nobody is offered to weigh what is their own", async ({ page }) => {
  await signIn(page, "Tomasz Wrona", THREAD);
  const path = (await page.locator("#a1 .claim a").first().getAttribute("href")) ?? "";
  await page.goto(path);
  await page.getByRole("link", { name: "Say how much it weighs" }).click();
  await expect(page.getByRole("alert")).toContainText("Nobody weighs an argument of their own.");
});

test("a reader goes through a thread by keys, one argument at a time, and back by one", async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, "Signe", `${THREAD}/weigh`);
  const claim = page.locator("#weighed-claim");
  const figure = page.getByRole("progressbar");
  const at = async () => Number(await figure.getAttribute("value"));
  const before = await at();
  const first = (await claim.textContent()) ?? "";
  await expect(page.getByRole("region", { name: "Weigh what was said" })).toBeFocused();
  await page.keyboard.press("3");
  await expect(claim).not.toHaveText(first);
  expect(await at()).toBe(before + 1);
  await expect(page.getByRole("status")).toContainText("weighed 3.");
  const second = (await claim.textContent()) ?? "";
  await expect(page.getByRole("region", { name: "Weigh what was said" })).toBeFocused();
  await page.keyboard.press("u");
  await expect(claim).toHaveText(first);
  expect(await at()).toBe(before);
  await page.keyboard.press("s");
  await expect(claim).toHaveText(second);
  expect(await at()).toBe(before);
  expect(complaints).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader goes through a thread by its buttons, and sees what they have weighed", async ({ page }) => {
    await signIn(page, "Signe", `${THREAD}/weigh`);
    const claim = page.locator("#weighed-claim");
    const first = (await claim.textContent()) ?? "";
    await page.getByRole("button", { name: /^4/ }).click();
    await expect(claim).not.toHaveText(first);
    await page.getByRole("link", { name: "What you have weighed" }).click();
    await expect(page.getByRole("list").getByRole("listitem").filter({ hasText: first })).toContainText("4");
    await page
      .getByRole("listitem")
      .filter({ hasText: first })
      .getByRole("link", { name: /Change/ })
      .click();
    await page.getByRole("button", { name: /Take it back/ }).click();
    await expect(page.getByRole("button", { name: /Take it back/ })).toHaveCount(0);
  });
});

test("what one rates stands on the cards and puts the outline in one's own order, for oneself alone", async ({
  page,
  browser,
}) => {
  await signIn(page, "Yuki Harada", THREAD);
  // Other journeys withdraw what they posted here.
  const others = page
    .locator("#pro > .column > li[data-link]")
    .filter({ hasNotText: /Yuki Harada,|Withdrawn by|Removed by/ });
  const link = await others.last().getAttribute("data-link");
  const id = await others.last().locator("> [data-argument]").getAttribute("data-argument");
  await page.goto(`/a/${id}`);
  const four = page.getByRole("group", { name: /How much does it weigh/ }).getByRole("button", { name: /^4/ });
  await four.click();
  await expect(four).toHaveAttribute("aria-pressed", "true");
  await page.goto(THREAD);
  const rated = page.locator(`[data-link="${link}"] > .argument .by`);
  await expect(rated).toHaveAttribute("data-own", "you: 4");
  await page.getByRole("link", { name: "as you rate" }).click();
  await expect(page.locator("#pro > .column > li").first()).toHaveAttribute("data-link", link ?? "");
  await expect(page.getByText("Nobody else sees this order")).toBeVisible();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${THREAD}?sort=impact&by=own`);
  await expect(stranger.getByText("to see answers in the order in which you")).toBeVisible();
  await expect(stranger.locator("[data-own]")).toHaveCount(0);
  await stranger.goto(`${THREAD}/con?sort=impact`);
  const means = await stranger.locator("#list > .answers > li > .argument > .argument-foot .impact").allTextContents();
  const figures = means.map((mean) => Number(/[\d.]+/.exec(mean)?.[0]));
  expect(figures).toEqual(figures.toSorted((one, other) => other - one));
});

test("the outline stands in the order of impact, and the lens says what would change most", async ({ page }) => {
  await page.goto(THREAD);
  await page.getByRole("link", { name: "by impact", exact: true }).click();
  await expect(page).toHaveURL(/\?sort=impact$/);
  const figures: number[] = [];
  for (const side of ["pro", "con"]) {
    const means = await page.locator(`#${side} > .column > li > .argument > .argument-foot .impact`).allTextContents();
    const ofSide = means.map((mean) => Number(/[\d.]+/.exec(mean)?.[0]));
    expect(ofSide).toEqual(ofSide.toSorted((one, other) => other - one));
    figures.push(...ofSide);
  }
  expect(figures.length).toBeGreaterThan(1);
  await page.getByRole("link", { name: "Strength" }).click();
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.nth(3)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("nobody is ranked");
});
