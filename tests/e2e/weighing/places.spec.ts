import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, signIn, THREAD } from "../forum/cast.ts";

/** Tomasz's answer to the question, and what it is not below. */
const MINE = "#1";

/** The page of an argument, by its number in the thread. */
async function open(page: Page, number: string): Promise<string> {
  await page.goto(THREAD);
  const claim = page.locator(`#a${number.slice(1)} .claim a`).first();
  const path = (await claim.getAttribute("href")) ?? "";
  await page.goto(path);
  return path;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an author uses an argument in a second place, sees both before, and takes it out of one again", async ({
      page,
    }) => {
      const complaints = complaintsOf(page);
      await signIn(page, "Tomasz Wrona");
      const path = await open(page, MINE);
      await page.getByRole("link", { name: "Use it here, too" }).click();
      await expect(page.getByRole("region", { name: "It stands here" })).toContainText("answers the question");
      await page.getByLabel("What does it answer?").fill("#2");
      await page.getByRole("button", { name: "Find it" }).click();
      await page.getByRole("main").getByRole("listitem").getByRole("link", { name: /^#2 / }).click();
      await expect(page.getByRole("region", { name: "And from now on here, too" })).toContainText("#2");
      await page.locator("label", { hasText: "Oppose" }).click();
      await page.getByRole("button", { name: "Use it here, too" }).click();

      await expect(page.getByRole("status")).toContainText(`${MINE} stands here, too.`);
      await expect(page.getByRole("heading", { name: "It stands in 2 places" })).toBeVisible();
      // The same two ends are joined once, and this is said where one looks for them.
      await page.goto(`${path}/use?find=2`);
      await expect(page.getByRole("main")).toContainText(`${MINE} stands here already.`);

      await page.goto(`${path}/places`);
      await page.getByRole("listitem").filter({ hasText: "#2" }).getByRole("link", { name: "Remove it here" }).click();
      await page.getByLabel("Why not here?").fill("It was a slip.");
      await page.getByRole("button", { name: "Remove it here" }).click();
      await expect(page.getByRole("status")).toContainText("was removed from that place");
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByRole("heading", { name: "It stands in 2 places" })).toBeVisible();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByRole("heading", { name: "It stands in one place" })).toBeVisible();
      await page.getByRole("link", { name: "Remove it here" }).click();
      await expect(page.getByRole("alert")).toContainText("This is its last place");
      await expect(page.getByRole("alert").getByRole("link", { name: "Withdraw it everywhere" })).toBeVisible();
      expect(complaints).toEqual([]);
    });

    test("an author moves an argument, cannot put it below itself, and takes the move back", async ({ page }) => {
      await signIn(page, "Tomasz Wrona");
      const path = await open(page, MINE);
      await page.goto(`${path}/places`);
      await page.getByRole("link", { name: "Move it from here" }).click();
      const moving = new URL(page.url());
      await page.getByLabel("What does it answer?").fill(MINE);
      await page.getByRole("button", { name: "Find it" }).click();
      await expect(page.getByRole("main")).toContainText(`This is ${MINE} itself.`);
      await expect(page.getByRole("main").getByRole("listitem").getByRole("link", { name: /^#1 / })).toHaveCount(0);
      // Whoever puts the address together is told the same by the act.
      moving.searchParams.set("parent", path.slice("/a/".length));
      await page.goto(moving.pathname + moving.search);
      await page.getByRole("button", { name: "Move it here" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Not moved" })).toContainText("under itself");

      await page.getByRole("link", { name: "Choose something else" }).click();
      await page.getByLabel("What does it answer?").fill("2");
      await page.getByRole("button", { name: "Find it" }).click();
      await page.getByRole("main").getByRole("listitem").getByRole("link", { name: /^#2 / }).click();
      await page.locator("label", { hasText: "Oppose" }).click();
      await page.getByRole("button", { name: "Move it here" }).click();
      await expect(page.getByRole("status")).toContainText(`${MINE} was moved.`);
      await expect(page.getByRole("listitem").filter({ hasText: "#2" })).toContainText("answers the claim");

      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("answers the question");
    });
  });
}
