import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, post, signIn, THREAD, unlike } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A machine that looks for flaws needs script itself. */
async function flawsOf(page: Page, script: boolean): Promise<string[]> {
  if (!script) return [];
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** The newest letter to somebody that says this. */
async function letterTo(page: Page, address: string, words: string): Promise<string> {
  let letter = "";
  await expect(async () => {
    await page.goto("/dev/mail");
    const found = page
      .getByRole("article")
      .filter({ hasText: `To ${address}` })
      .filter({ hasText: words });
    letter = (await found.first().textContent()) ?? "";
    expect(letter).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return letter;
}

for (const javaScriptEnabled of [true, false]) {
  test(`watching, being told, and stopping the letters, ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const handle = `crane${Date.now().toString(36).slice(-7)}`;
    const address = `${handle}@mail.example`;

    await page.goto("/join");
    await page.getByLabel("Handle").fill(handle);
    await page.getByLabel("Name").fill("Cleo Crane");
    await page.getByLabel("E-mail").fill(address);
    await page.getByLabel("Password").fill("three brown herons");
    await page.getByRole("button", { name: "Join" }).click();
    await expect(page).not.toHaveURL(/join/);
    const confirm = /\/confirm\/[\w-]+/.exec(await letterTo(page, address, "/confirm/"))?.[0] ?? "";
    await page.goto(confirm);
    await page.getByRole("button", { name: "Yes, it is mine" }).click();
    await expect(page).toHaveURL(/settings/);

    await page.goto("/settings");
    await page.getByText("At once", { exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Your wishes are kept.")).toBeVisible();
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);

    await page.goto(THREAD);
    await page.getByRole("link", { name: "Watch", exact: true }).click();
    await page.getByRole("button", { name: "Watch it" }).click();
    await expect(page.getByText("You watch this thread")).toBeVisible();
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);

    await page.goto(THREAD);
    // Without script the page is everybody's, and knows nothing of who looks.
    const watches = page.getByRole("link", { name: javaScriptEnabled ? "Watching" : "Watch", exact: true });
    await expect(watches).toBeVisible();

    const other = await (await browser.newContext()).newPage();
    await signIn(other, "Farid");
    const claim = unlike("Whoever pays for a cell decides who lies in it.");
    const { id } = await post(other, claim, 3);

    await letterTo(page, address, claim);
    await page.goto("/notices");
    const notice = page.getByRole("listitem").filter({ hasText: claim });
    await expect(notice).toContainText("New");
    await expect(notice).toContainText("Farid");
    if (javaScriptEnabled) await expect(page.getByRole("link", { name: "Unread notices: 1" })).toBeVisible();
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(notice).not.toContainText("New");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(notice).toContainText("New");
    if (javaScriptEnabled) {
      await notice.getByRole("link", { name: claim }).click();
      await expect(page).toHaveURL(/\/a\//);
      await page.goto("/notices");
    } else await notice.getByRole("button", { name: /Mark as read/ }).click();
    await expect(notice).not.toContainText("New");
    if (javaScriptEnabled) await expect(page.getByRole("link", { name: /Unread notices/ })).toHaveCount(0);

    await notice.getByRole("link", { name: claim }).click();
    await page.getByRole("link", { name: "Watch or keep" }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByText("You keep this argument.")).toBeVisible();
    if (javaScriptEnabled) {
      await page.goto(`/a/${id}`);
      await page.getByRole("link", { name: "kept", exact: true }).click();
    }
    await page.getByRole("link", { name: "All that I keep and watch" }).click();
    await expect(page.getByRole("link", { name: claim })).toHaveAttribute("href", `/a/${id}`);
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);
    await page.getByRole("button", { name: /Let go of/ }).click();
    await expect(page.getByRole("link", { name: claim })).toHaveCount(0);

    const stop = /\/unsubscribe\/[a-z0-9]+/.exec(await letterTo(page, address, claim))?.[0] ?? "";
    await page.goto(stop);
    await page.goto(stop);
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);
    await page.getByRole("button", { name: "Stop them" }).click();
    await expect(page.getByRole("heading", { name: "Letters are stopped" })).toBeVisible();
    await page.goto("/settings");
    await expect(page.getByRole("radio", { name: "None" })).toBeChecked();

    await page.goto("/u/farid");
    await expect(page.getByRole("link", { name: claim })).toBeVisible();
    expect(await flawsOf(page, javaScriptEnabled)).toEqual([]);
    await page.getByRole("link", { name: "Tell me nothing of what they do" }).click();
    await page.getByRole("button", { name: "Tell me nothing of them" }).click();
    await expect(page.getByText("You are told nothing of what Farid")).toBeVisible();
    await page.getByRole("button", { name: "Tell me again" }).click();
    await expect(page.getByText("where it concerns you")).toBeVisible();
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("one's own pages are no wider than the narrowest screen, and strangers are led to sign in", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ["/notices", "/bookmarks"]) {
    await page.goto(address);
    await expect(page).toHaveURL(/sign-in/);
  }
  expect((await page.goto("/u/nobody"))?.status()).toBe(404);
  expect((await page.goto(`/unsubscribe/${"0".repeat(32)}`))?.status()).toBe(404);
  await signIn(page, "Yuki");
  for (const address of ["/notices", "/bookmarks", "/settings", "/dev/mail", "/u/yuki", `${THREAD}/follow`]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), address).toBe(0);
  }
});
