import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, post, ready, said, signIn, THREAD, takeParagraph, unlike } from "./cast.ts";

const FORM = `${THREAD}/argue?stance=CON&source=inside-cecot`;
const WORDS = "a basin made of cement and a toilet that is not closed off";

/** What the thread's second argument claims, put a little differently. */
const SAID =
  "A hard prison is not a violation for that reason. By one account people in CECOT are fed and have a basin";

async function begin(page: Page): Promise<void> {
  await signIn(page, "Seun Bankole", THREAD);
  await page.goto(FORM);
  await ready(page, true);
}

test("while a passage is typed, the form says where it stands, or why it may not and what is nearest", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await begin(page);
  const passage = page.getByLabel("Passage 1: the exact words");
  await passage.pressSequentially("a basin made of cement and a toilet that is closed off");
  await expect(page.locator("#check-0")).toContainText("not in this text");
  await expect(passage).toHaveAttribute("aria-invalid", "true");
  await expect(passage).toBeFocused();
  await page.getByRole("button", { name: "Use the source’s words" }).click();
  await expect(page.locator("#check-0")).toContainText("Verbatim. ¶");
  await expect(page.locator(".cite.wrong")).toHaveCount(0);

  await passage.press("End");
  await passage.press("Backspace");
  await expect(page.locator("#check-0")).not.toContainText("Verbatim", { timeout: 400 });
  await expect(page.locator("#check-0")).toContainText("word");
  await passage.fill("");
  await expect(page.locator(".cite.wrong")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a passage that was taken from a text is verbatim at once, and leaving a field waits for no pause", async ({
  page,
}) => {
  await begin(page);
  await takeParagraph(page, 15);
  await expect(page.locator("#check-0")).toContainText("Verbatim. ¶15");
  const answered = page.waitForResponse("**/api/composing", { timeout: 500 });
  await page.getByLabel("Your claim").fill("Anything at all");
  await page.getByLabel("Your claim").press("Tab");
  expect((await answered).headers()["cache-control"]).toBe("private, no-store");
});

test("who stands on the same words and who says nearly the same is shown beside the form, and can be answered instead", async ({
  page,
}) => {
  await begin(page);
  await page.getByLabel("Passage 1: the exact words").fill(WORDS);
  const claim = unlike(SAID);
  await page.getByLabel("Your claim").fill(claim);
  const aside = page.getByRole("complementary", { name: "Texts to argue from" });
  await expect(aside.getByText("Somebody says nearly this")).toBeVisible();
  await expect(aside.getByRole("status")).toContainText(/says? nearly this\./);
  await expect(aside).toContainText("It answers the same, on your side.");
  await expect(aside.getByText("Also on these words")).toBeVisible();
  await page.getByRole("radio", { name: "Pro" }).check();
  await expect(aside.getByRole("listitem").filter({ hasText: "#2," })).not.toContainText("It answers the same");

  await aside.getByRole("link", { name: "Answer #2 instead" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answer #2");
  await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(WORDS);
  await page.goBack();
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(page.getByLabel("Your claim")).toHaveValue(claim);
  await expect(page.locator("#check-0")).toContainText("Verbatim");
  await expect(aside.getByText("Somebody says nearly this")).toBeVisible();
});

test("whoever says nearly the same on the same side may say why, and posts it all the same", async ({ page }) => {
  await begin(page);
  const claim = unlike(SAID);
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, 14);
  await page.getByLabel("Post mine anyway, because").fill("Mine is about the food alone.");
  await page.getByRole("button", { name: "Post the argument" }).click();
  await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
});

test("why somebody posted all the same is for its author and for moderators to read", async ({ page, browser }) => {
  await begin(page);
  const claim = unlike(SAID);
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, 14);
  await page.getByLabel("Post mine anyway, because").fill("Mine is about the bunks alone.");
  await page.getByRole("button", { name: "Post the argument" }).click();
  await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
  const { id } = await said(page, claim);
  for (const [name, sees] of [
    ["Signe", true],
    ["Yuki", false],
  ] as const) {
    const other = await (await browser.newContext()).newPage();
    await signIn(other, name);
    await other.goto(`/a/${id}/history`);
    await expect(other.getByRole("heading", { level: 1 })).toContainText("History");
    await expect(other.getByText("Mine is about the bunks alone.")).toHaveCount(sees ? 1 : 0);
  }
});

test("further words for what one said oneself are added to it, up to five passages", async ({ page }) => {
  await signIn(page, "Leilani", THREAD);
  const claim = unlike("A room in which nobody turns the light off is a room in which nobody sleeps");
  const { id, number } = await post(page, claim, 13);
  const sayAgain = async (paragraph: number) => {
    await page.goto(FORM);
    await ready(page, true);
    await page.getByLabel("Your claim").fill(claim.replace("nobody sleeps", "no one ever sleeps"));
    await takeParagraph(page, paragraph);
    await expect(page.locator("#check-0")).toContainText(`¶${paragraph}`);
  };
  await sayAgain(14);
  await page.getByRole("link", { name: `Add my evidence to #${number}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Revise #${number}`);
  await expect(page.getByText("Your words stand below as its last passage")).toBeVisible();
  await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(/eight large blocks/);
  await expect(page.getByLabel("Passage 2: the exact words")).toHaveValue(/metal bunks/);
  await expect(page.locator("#check-1")).toContainText("Verbatim. ¶14");
  for (const paragraph of [15, 4, 5]) await takeParagraph(page, paragraph);
  await expect(page.getByLabel("Passage 5: the exact words")).not.toHaveValue("");
  // It is not near itself.
  await expect(page.getByRole("listitem").filter({ hasText: `#${number},` })).toHaveCount(0);
  await page.getByRole("button", { name: "Keep the revision" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("History");
  await expect(page.locator("figure.quotation")).toHaveCount(6);

  await sayAgain(6);
  await expect(page.getByText("It is yours and stands on five passages")).toBeVisible();
  await page.getByRole("link", { name: `Make room in #${number}` }).click();
  await expect(page.getByText("Your words were not added")).toBeVisible();
  await expect(page.getByText("Take out the weakest")).toBeVisible();
  await page.goto(`/a/${id}/edit?words=inside-cecot.0-1,no-such-text.5-60,%27`);
  await expect(page.getByLabel("Passage 5: the exact words")).toBeVisible();
});

test("beside a revision stands what is near it", async ({ page }) => {
  await signIn(page, "Farid", THREAD);
  const { id } = await post(page, unlike("What is said of the cells is said of the courts as well"), 13);
  await page.goto(`/a/${id}/edit`);
  await ready(page, true);
  await page.getByLabel("Your claim").fill(SAID);
  const aside = page.getByRole("complementary", { name: "Texts to argue from" });
  await expect(aside.getByText("Somebody says nearly this")).toBeVisible();
  await expect(aside.getByRole("link", { name: "Read it #2" })).toBeVisible();
  await expect(aside.getByRole("link", { name: "Answer #2 instead" })).toHaveCount(0);
  await expect(page.getByLabel("Post mine anyway, because")).toHaveCount(0);
});

test("a form that the server does not answer is written and sent as ever", async ({ page }) => {
  await page.route("**/api/composing", (route) => route.abort());
  await begin(page);
  const claim = unlike("Nobody checks this while it is written");
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, 14);
  await expect(page.locator("#check-0")).toBeEmpty();
  await page.getByRole("button", { name: "Post the argument" }).click();
  await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("what is said while somebody writes has no flaw that a machine can see, and fits", async ({ page }) => {
        await begin(page);
        await page.getByLabel("Your claim").fill(SAID);
        await page.getByLabel("Passage 1: the exact words").fill(WORDS);
        await page.getByRole("button", { name: "Add a passage" }).click();
        await page.getByLabel("Passage 2: the exact words").fill("There is a basin made of cement and a closed toilet");
        await expect(page.locator("#check-1")).toContainText("not in this text");
        await expect(page.getByText("Somebody says nearly this")).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" "))}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        await page.screenshot({ path: `test-results/composing-${width}-${colorScheme}.png`, fullPage: true });
      });
    });
  }
}
