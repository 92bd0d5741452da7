import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, signIn, THREAD } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SOURCE = "/s/convicts-under-deal";
/** Argument 1 of the thread stands on these, and Tomasz Wrona wrote it. */
const MOVED = "the world outside is almost wholly cut off";
const REWORDED = "the world outside is almost entirely cut off";
/** Argument 3 stands on these, among others. */
const LOST = "The prison grew out of Bukele’s Territorial Control Plan.";

const theText = (page: Page) => page.getByRole("textbox", { name: "The text" });
const look = (page: Page) => page.getByRole("button", { name: "See what it changes" }).click();
const correctTo = async (page: Page, text: string) => {
  await page.goto(`${SOURCE}/correct`);
  await theText(page).fill(text);
  await look(page);
  await page.getByRole("button", { name: /^Store it as version/ }).click();
  await expect(page).toHaveURL(/\/versions$/);
};
/** The page of an argument of the thread. */
async function toArgument(page: Page, number: number): Promise<void> {
  await page.goto(THREAD);
  await page.locator(`#a${number} .claim a`).first().click();
  await expect(page).toHaveURL(/\/a\//);
}
const flawsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
};

test("a text is corrected, and everybody sees what became of each citation", async ({ browser, page }) => {
  test.setTimeout(90_000);
  const complaints = complaintsOf(page);
  await signIn(page, "Mateo Quispe", SOURCE);
  await page.getByRole("link", { name: "Correct this text" }).click();
  const text = await theText(page).inputValue();
  await look(page);
  await expect(page.getByRole("alert").first()).toContainText("letter by letter");
  await theText(page).fill(text.replace(MOVED, REWORDED).replace(LOST, "Its beginnings are told elsewhere."));
  await look(page);

  const row = (words: string) => page.getByRole("row").filter({ hasText: words }).first();
  await expect(page.getByText("Nothing is stored yet")).toBeVisible();
  await expect(row(LOST)).toContainText("No longer there");
  await expect(row(MOVED)).toContainText("its author is asked");
  expect(await flawsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Go on mending" }).click();
  await expect(theText(page)).toHaveValue(new RegExp(REWORDED));
  await look(page);
  await page.getByRole("button", { name: /^Store it as version/ }).click();
  await expect(page).toHaveURL(/\/versions$/);
  await expect(row(LOST)).toContainText("No longer there");
  await expect(row(MOVED)).toContainText("not yet confirmed by its author");

  const lost = "These words left the text in a newer version";
  await page.goto(THREAD);
  await expect(page.locator("#a3").getByText(lost).first()).toBeVisible();
  await toArgument(page, 3);
  const figure = page.locator("figure").filter({ hasText: LOST });
  await expect(figure.getByText(lost)).toBeVisible();
  await figure.getByRole("link").click();
  await expect(page).toHaveURL(/version=\d+/);
  await expect(page.getByText(/^This is version \d+, not the newest$/)).toBeVisible();
  await expect(page.locator("mark.named")).toHaveText(LOST);
  expect(await flawsOf(page)).toEqual([]);
  const { number } = await page
    .locator(".paragraph")
    .filter({ has: page.locator("mark.named") })
    .locator("p[data-number]")
    .evaluate((element) => ({ number: element.dataset.number }));
  await page.locator(`#p${number} .notes button`).first().click();
  await expect(page.locator(`#p${number} .sheet`).getByText(lost).first()).toBeVisible();
  await page.goto(SOURCE);
  await expect(page.getByText("on words that are no longer in this version")).toBeVisible();
  const exported = await (await page.request.get("/api/v1/threads/rights-of-those-held/export?format=json")).json();
  const third = exported.arguments.find((one: { number: number }) => one.number === 3);
  expect(third.citations.map(({ state }: { state: string }) => state)).toContain("ORPHANED");

  const own = await (await browser.newContext()).newPage();
  await signIn(own, "Tomasz Wrona", THREAD);
  await toArgument(own, 1);
  await own.getByRole("link", { name: "Say whether the new words carry it" }).click();
  await expect(own.getByText("almost entirely cut off")).toBeVisible();
  expect(await flawsOf(own)).toEqual([]);
  await own.getByRole("button", { name: "Yes, these words" }).click();
  await expect(own).toHaveURL(/\/a\/[a-z0-9]+$/);
  await expect(own.getByText("its author stands by the new words")).toBeVisible();

  await correctTo(page, text);
  await toArgument(page, 3);
  await expect(page.getByText(lost)).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a correction is looked at, and mended with every word", async ({ page }) => {
    await signIn(page, "Mateo Quispe", `${SOURCE}/correct`);
    const text = await theText(page).inputValue();
    await theText(page).fill("");
    await look(page);
    await expect(page.getByRole("alert").first()).toContainText("paste the words, or choose a file");
    await theText(page).fill(text.replace(MOVED, REWORDED));
    await look(page);
    await expect(page.getByText("What would become of the citations")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: MOVED }).first()).toContainText("its author is asked");
    await page.getByRole("button", { name: "Go on mending" }).click();
    await expect(theText(page)).toHaveValue(new RegExp(REWORDED));
  });

  test("whoever did not bring a text in is told why they cannot correct it", async ({ page }) => {
    await signIn(page, "Leilani Kahale", `${SOURCE}/correct`);
    await expect(page.getByText("Only whoever brought this text in")).toBeVisible();
    await expect(theText(page)).toHaveCount(0);
  });
});
