import { expect, test } from "@playwright/test";
import { complaintsOf, oppose, ready, signIn, THREAD, takeParagraph, unlike } from "./cast.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reader signs in on the way, answers an argument from a passage, and sees it in the thread", async ({
      page,
    }) => {
      const complaints = complaintsOf(page);
      await page.goto(THREAD);
      await oppose(page);
      await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
      await page.getByRole("button", { name: /Yuki Harada/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answer #2");

      const claim = unlike("Half an hour in a corridor is no rest from a cell");
      await ready(page, javaScriptEnabled);
      await page.getByLabel("Your claim").fill(claim);
      await takeParagraph(page, 15);
      await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(/half an hour/);
      await expect(page.getByLabel("Your claim")).toHaveValue(claim);
      await page.getByRole("button", { name: "Post the argument" }).click();

      await expect(page).toHaveURL(/#a\d+$/);
      const posted = page
        .getByRole("article")
        .filter({ has: page.getByRole("heading", { name: claim }) })
        .last();
      await expect(posted.locator("mark").first()).toContainText("half an hour");
      await expect(posted).toContainText("Yuki Harada");
      expect(complaints).toEqual([]);
    });

    test("a refusal keeps every word and offers the source's own", async ({ page }) => {
      await signIn(page, "Seun Bankole", THREAD);
      await page.goto(`${THREAD}/argue?stance=CON&source=inside-cecot`);
      const claim = unlike("A claim that is refused at first");
      await ready(page, javaScriptEnabled);
      await page.getByLabel("Your claim").fill(claim);
      await page.getByRole("button", { name: "Add a passage" }).click();
      await expect(page.getByLabel("Passage 2: the exact words")).toBeVisible();
      await takeParagraph(page, 13);
      await page
        .getByLabel("Passage 2: the exact words")
        .fill("There is a basin made of cement and a toilet that is closed");
      await page.getByLabel("Passage 2: the exact words").scrollIntoViewIfNeeded();
      await page.getByLabel("Where passage 2 stands").selectOption({ index: 0 });
      const elaboration = page.locator("#field-body");
      await elaboration.fill("And here is why it matters.");
      await page.getByRole("button", { name: "Post the argument" }).click();

      await expect(page.getByRole("alert").filter({ hasText: "Not posted" })).toContainText("not in the source");
      await expect(page.getByLabel("Your claim")).toHaveValue(claim);
      await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(/eight large blocks/);
      if (javaScriptEnabled) await expect(elaboration).toHaveText("And here is why it matters.");
      else await expect(elaboration).toHaveValue("And here is why it matters.");
      await expect(page.getByRole("radio", { name: "Con" })).toBeChecked();

      await expect(page.locator(".cite.wrong del").first()).toBeVisible();
      await page.getByRole("button", { name: "Use the source’s words" }).click();
      await expect(page.getByLabel("Passage 2: the exact words")).toHaveValue(/basin made of cement/);
      await expect(page.locator(".cite.wrong")).toHaveCount(0);
      await page.getByRole("button", { name: "Post the argument" }).click();
      await expect(page).toHaveURL(/#a\d+$/);
      await expect(page.getByRole("heading", { name: claim })).toBeVisible();
    });

    test("whoever is signed out meanwhile keeps every word", async ({ page, context }) => {
      await signIn(page, "Seun Bankole", THREAD);
      await page.goto(`${THREAD}/argue?stance=CON&source=inside-cecot`);
      await ready(page, javaScriptEnabled);
      const claim = unlike("A claim that outlives its session");
      await page.getByLabel("Your claim").fill(claim);
      await takeParagraph(page, 14);
      await context.clearCookies();
      await page.getByRole("button", { name: "Post the argument" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Not posted" })).toContainText("sign in in another tab");
      await expect(page.getByLabel("Your claim")).toHaveValue(claim);
      await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(/metal bunks/);
    });

    test("an author revises, sees what changed, and withdraws; a tombstone stays", async ({ page }) => {
      await signIn(page, "Tomasz Wrona", THREAD);
      await page.goto(`${THREAD}/argue?stance=PRO&source=inside-cecot`);
      const claim = unlike("What is said first");
      await ready(page, javaScriptEnabled);
      await page.getByLabel("Your claim").fill(claim);
      await takeParagraph(page, 4);
      await page.getByRole("button", { name: "Post the argument" }).click();
      await page.getByRole("link", { name: claim }).click();
      const address = page.url();

      await page.getByRole("link", { name: "Revise it" }).click();
      await ready(page, javaScriptEnabled);
      await page.getByLabel("Your claim").fill(claim.replace("first", "second"));
      await page.getByRole("button", { name: "Keep the revision" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("History");
      await expect(page.locator("ins")).toHaveText("second");
      await expect(page.locator("del")).toHaveText("first");

      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim.replace("first", "second"));
      await page.getByRole("link", { name: "Withdraw it" }).click();
      await page.getByLabel("Why").fill("I was mistaken.");
      await page.getByRole("button", { name: "Withdraw it" }).click();
      await expect(page.getByRole("main")).toContainText("Withdrawn");
      await expect(page.getByRole("main")).toContainText("I was mistaken.");
      await expect(page.getByRole("main")).not.toContainText(claim);
    });
  });
}

test("words that were not sent are offered back, and forgotten once they are posted", async ({ page }) => {
  const form = `${THREAD}/argue?stance=PRO&source=inside-cecot`;
  await signIn(page, "Farid Rahmani", THREAD);
  await page.goto(form);
  await ready(page, true);
  const claim = unlike("Half a claim, written on the bus");
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, 3);
  await expect
    .poll(() =>
      page.evaluate(() =>
        Object.entries(localStorage)
          .filter(([name]) => name.startsWith("draft:"))
          .join(),
      ),
    )
    .toContain(claim);

  await page.goto("/");
  await page.goto(form);
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(page.getByLabel("Your claim")).toHaveValue(claim);
  await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(/executive order/);
  await page.getByRole("button", { name: "Post the argument" }).click();
  await expect(page.getByRole("heading", { name: claim })).toBeVisible();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
