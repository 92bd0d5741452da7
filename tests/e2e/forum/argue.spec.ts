import { expect, test } from "@playwright/test";
import { complaintsOf, oppose, post, ready, signIn, THREAD, takeParagraph, unlike } from "./cast.ts";

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

      await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim);
      await expect(page.getByRole("main").locator("mark", { hasText: "half an hour" }).first()).toBeVisible();
      await expect(page.getByRole("main")).toContainText("Yuki Harada");
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
      await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
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

    test("of an argument its claim, its step or its evidence is answered, in plain words, and the card says which", async ({
      page,
    }) => {
      // Five arguments are written in it.
      test.slow();
      await signIn(page, "Yuki Harada", THREAD);
      const { id } = await post(page, unlike("A claim with three things to answer"), 13, javaScriptEnabled);
      const answers = [
        ["Oppose", "The source doesn’t say that.", "Con answers the evidence"],
        ["Oppose", "It doesn’t follow: even if true", "Con answers the relevance"],
        ["Support", "The source does say that.", "Pro supports the evidence"],
        ["Support", "It does follow: it bears on what it answers.", "Pro supports the relevance"],
      ] as const;
      for (const [does, what, shown] of answers) {
        await page.goto(`${THREAD}/argue?parent=${id}&stance=CON`);
        await ready(page, javaScriptEnabled);
        await expect(page.getByRole("radio", { name: "It isn’t true." })).toBeChecked();
        await page.getByRole("radio", { name: does }).focus();
        await page.keyboard.press("Space");
        const words = page.locator(".aimed-at");
        await expect(words).toBeHidden();
        // Whoever has no hand for a mouse comes to it with the arrows.
        const radio = page.getByRole("radio", { name: what });
        await page
          .getByRole("radio", { name: does === "Oppose" ? "It isn’t true." : "It is true, and here is why." })
          .focus();
        for (let left = 3; left > 0 && !(await radio.isChecked()); left--) await page.keyboard.press("ArrowDown");
        await expect(radio).toBeChecked();
        await expect(words).toBeVisible({ visible: what.startsWith("The source") });
        if (what.startsWith("The source")) await expect(words).toContainText("eight large blocks");
        const claim = unlike(`An answer that says: ${what}`);
        await page.getByLabel("Your claim").fill(claim);
        await takeParagraph(page, 14);
        await page.getByRole("button", { name: "Post the argument" }).click();
        await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
        await page.goto(`/a/${id}`);
        const card = page.getByRole("article").filter({ has: page.getByRole("heading", { name: claim }) });
        await expect(card.last()).toContainText(shown);
      }
    });

    test("whoever answers what was withdrawn meanwhile is told so, and keeps every word", async ({ page, browser }) => {
      const author = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await signIn(author, "Tomasz Wrona", THREAD);
      const { id } = await post(author, unlike("A claim that will be taken back"), 15, javaScriptEnabled);
      await signIn(page, "Yuki Harada", THREAD);
      const form = `${THREAD}/argue?parent=${id}&stance=CON&target=RELEVANCE`;
      await page.goto(form);
      await ready(page, javaScriptEnabled);
      const claim = unlike("An answer to what is no longer there");
      await page.getByLabel("Your claim").fill(claim);
      await takeParagraph(page, 14);
      await author.goto(`/a/${id}/withdraw`);
      await author.getByRole("button", { name: "Withdraw it" }).click();
      await expect(author.getByRole("main")).toContainText("Withdrawn");
      await page.getByRole("button", { name: "Post the argument" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Not posted" })).toContainText("was withdrawn");
      await expect(page.getByLabel("Your claim")).toHaveValue(claim);
      await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(/metal bunks/);
      await expect(page.getByRole("radio", { name: "It doesn’t follow" })).toBeChecked();
      await page.goto(form);
      await expect(page.getByRole("main")).toContainText("What you want to answer was withdrawn.");
      await expect(page.getByLabel("Your claim")).toHaveCount(0);
    });

    test("whoever answers what was removed is told so, and keeps every word", async ({ page }) => {
      await signIn(page, "Yuki Harada", THREAD);
      const thread = await page.request.get(`/api/v1${THREAD.replace("/t/", "/threads/")}`);
      const { arguments: all }: { arguments: { id: string; state: string }[] } = await thread.json();
      const [removed, there] = ["REMOVED", "VISIBLE"].map((state) => all.find((one) => one.state === state)?.id ?? "");
      await page.goto(`${THREAD}/argue?parent=${removed}&stance=CON&target=CLAIM`);
      await expect(page.getByRole("main")).toContainText("was removed");
      await expect(page.getByLabel("Your claim")).toHaveCount(0);
      // As if it had been there when the form was opened.
      await page.goto(`${THREAD}/argue?parent=${there}&stance=CON&target=CLAIM&source=inside-cecot`);
      await ready(page, javaScriptEnabled);
      const claim = unlike("An answer to what was taken away");
      await page.getByLabel("Your claim").fill(claim);
      await takeParagraph(page, 14);
      // At one blow: whatever draws the form again would put back what was in it.
      await page.locator('[name="parent"]').evaluate((field: HTMLInputElement, id) => {
        field.value = id;
        field.form?.requestSubmit();
      }, removed);
      await expect(page.getByRole("alert").filter({ hasText: "Not posted" })).toContainText("was removed");
      await expect(page.getByLabel("Your claim")).toHaveValue(claim);
    });

    test("an author revises, sees what changed, and withdraws; a tombstone stays", async ({ page }) => {
      await signIn(page, "Tomasz Wrona", THREAD);
      await page.goto(`${THREAD}/argue?stance=PRO&source=inside-cecot`);
      const claim = unlike("What is said first");
      await ready(page, javaScriptEnabled);
      await page.getByLabel("Your claim").fill(claim);
      await takeParagraph(page, 4);
      await page.getByRole("button", { name: "Post the argument" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim);
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
