import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PASSWORD = "three brown herons";
const ANOTHER = "two green herons";

/** A machine that looks for flaws needs script itself. */
const flawsOf = async (page: Page, javaScriptEnabled: boolean) => {
  if (!javaScriptEnabled) return [];
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
};

/** The address in the newest letter to somebody, as they would follow it. */
async function linkTo(page: Page, email: string, path: string): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    await page.goto("/dev/mail");
    const words = (await page.getByRole("main").textContent()) ?? "";
    // The newest to them, and nothing of the letters to others below it.
    const [, letter = ""] = words.split(`To ${email}`);
    found = new RegExp(`${path}/[\\w-]{43}`).exec(letter.split("To ")[0] ?? "")?.[0];
    expect(found).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return found ?? "";
}

for (const javaScriptEnabled of [true, false]) {
  test(`an account from joining to closing, ${javaScriptEnabled ? "with" : "without"} script`, async ({ browser }) => {
    test.setTimeout(90_000);
    const context = await browser.newContext({ javaScriptEnabled, acceptDownloads: true });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const handle = `heron${Date.now().toString(36).slice(-7)}`;
    const email = `${handle}@mail.example`;

    await page.goto("/join");
    await page.getByLabel("Handle").fill(handle);
    await page.getByLabel("Name").fill("Hedda Heron");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page).not.toHaveURL(/join/);

    const confirm = await linkTo(page, email, "/confirm");
    await page.goto(confirm);
    await page.goto(confirm);
    await page.getByRole("button", { name: "Yes, it is mine" }).click();
    await expect(page).toHaveURL(/settings/);
    await expect(page.getByText(`Letters go to ${email}`)).toBeVisible();
    await page.goto(confirm);
    await page.getByRole("button", { name: "Yes, it is mine" }).click();
    await expect(page.getByRole("alert").first()).toContainText("opens nothing any more");

    await page.goto("/settings");
    await page.getByLabel("Their handle").fill("yuki");
    await page.getByRole("button", { name: "Tell me nothing of them" }).click();
    await expect(page.getByRole("button", { name: "Tell me again of Yuki Harada" })).toBeVisible();
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download it" }).click(),
    ]);
    const data = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(data).toMatchObject({
      format: "grounds-own-data",
      person: { handle, email },
      blocks: [{ blocked: "yuki" }],
    });

    const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await other.goto("/sign-in");
    await other.getByRole("link", { name: "Forgotten your password?" }).click();
    for (const address of [`nobody-${email}`, email]) {
      await other.goto("/reset");
      await other.getByLabel("Your address").fill(address);
      await other.getByRole("button", { name: "Send me a link" }).click();
      await expect(other.getByText("If this address is confirmed here, a letter is on its way")).toBeVisible();
    }
    await other.goto(await linkTo(other, email, "/reset"));
    expect(await flawsOf(other, javaScriptEnabled)).toEqual([]);
    await other.getByLabel("New password").fill(ANOTHER);
    await other.getByRole("button", { name: "Set this password" }).click();
    await expect(other).toHaveURL(/settings/);
    await page.goto("/settings");
    await expect(page).toHaveURL(/sign-in/);

    await other.getByRole("link", { name: "Close your account" }).click();
    expect(await flawsOf(other, javaScriptEnabled)).toEqual([]);
    await other.getByLabel(`Type your handle, ${handle}`).fill("somebody");
    await other.getByLabel("Current password").fill(ANOTHER);
    await other.getByRole("button", { name: "Close it for good" }).click();
    await expect(other.getByRole("alert").first()).toContainText("not your handle");
    await other.getByLabel(`Type your handle, ${handle}`).fill(handle);
    await other.getByLabel("Current password").fill(ANOTHER);
    await other.getByRole("button", { name: "Close it for good" }).click();
    await expect(other).toHaveURL(/\/$/);
    await other.goto("/sign-in");
    await other.getByLabel("Handle").fill(handle);
    await other.getByLabel("Password").fill(ANOTHER);
    await other.getByRole("button", { name: "Sign in", exact: true }).first().click();
    await expect(other.getByRole("alert").first()).toContainText("do not fit together");
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("the account's pages are no wider than the narrowest screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /Leilani Kahale/ }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  for (const address of ["/settings", "/settings/close", "/reset", "/reset/x", "/confirm/x"]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), address).toBe(0);
  }
});
