import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { complaintsOf, ready, signIn, takeParagraph, unlike } from "../forum/cast.ts";

/** A planted thread in which no other journey takes place. */
const THREAD = "/t/lawful-to-send-prisoners";

/** The long debate that is planted for the journeys: not all of it is on its first screen. */
const LONG = "/t/should-the-port-town-keep-its-night-buses-draw-7-300";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.describe.configure({ timeout: 90_000 });

const bar = (page: Page) => page.getByRole("region", { name: "What is new" });

/** Somebody else, in a browser of their own. */
async function elsewhere(browser: Browser, name?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (name) await signIn(page, name, THREAD);
  return page;
}

/** Opens a thread as a reader does, and waits until it hears what happens there. */
async function read(page: Page, path = THREAD): Promise<void> {
  const heard = page.waitForResponse((response) => response.url().includes("/api/live"));
  await page.goto(path);
  await heard;
}

/** Posts by the form, and answers the argument's id and when it was acknowledged. */
async function post(
  page: Page,
  claim: string,
  query = "stance=CON",
  thread = THREAD,
): Promise<{ id: string; at: number }> {
  await page.goto(`${thread}/argue?${query}&source=inside-cecot`);
  await ready(page, true);
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, 14);
  await page.getByRole("button", { name: "Post the argument" }).click();
  await page.waitForURL(/\/a\/[a-z0-9]+$/, { waitUntil: "commit" });
  return { id: page.url().split("/").at(-1) ?? "", at: Date.now() };
}

/** The ids of the cards that are there to be read, from the top. */
const cards = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("[data-argument]"))
      .filter((card) => card.checkVisibility())
      .map((card) => card.dataset.argument ?? ""),
  );

/** Where the card is that one reads. */
const topOf = (page: Page, id: string) =>
  page.evaluate((one) => document.querySelector(`[data-argument="${one}"]`)?.getBoundingClientRect().top, id);

test("what somebody posts reaches another reader within two seconds, moves nothing, and is a key away", async ({
  browser,
}) => {
  const reader = await elsewhere(browser);
  await reader.setViewportSize({ width: 800, height: 700 });
  const complaints = complaintsOf(reader);
  await read(reader);
  // A branch is closed that must stay so.
  const closed = reader.locator('.side.con [role="treeitem"][aria-expanded="true"]').first();
  const place = await closed.getAttribute("data-link");
  await closed.locator(".below").first().click();
  const before = await cards(reader);
  // One below the other: what comes to the first column comes above what is read in the second.
  const inView =
    (await reader.locator(".side.con > .answers > li > [data-argument]").nth(1).getAttribute("data-argument")) ?? "";
  await reader.evaluate(
    (id) => document.querySelector(`[data-argument="${id}"]`)?.scrollIntoView({ block: "center" }),
    inView,
  );
  const [scroll, top] = [await reader.evaluate(() => scrollY), await topOf(reader, inView)];

  const author = await elsewhere(browser, "Yuki Harada");
  const claim = unlike("Metal bunks without a mattress are no furniture");
  const { id, at } = await post(author, claim, "stance=PRO");
  await expect(bar(reader).getByRole("button", { name: "Show 1 new answer" })).toBeVisible({ timeout: 2_000 });
  console.info(`seen by another reader ${Date.now() - at} ms after the acknowledgement`);
  expect(await reader.evaluate(() => scrollY)).toBe(scroll);
  expect(await topOf(reader, inView)).toBe(top);
  expect(await cards(reader)).toEqual(before);
  await expect(reader.getByRole("status").filter({ hasText: "1 new answer" })).toBeAttached();
  // The outline is looked at by a journey of its own.
  const { violations } = await new AxeBuilder({ page: reader }).withTags(RULES).exclude('[role="tree"]').analyze();
  expect(
    violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
  ).toEqual([]);

  await bar(reader).getByRole("button", { name: "Show 1 new answer" }).click();
  await expect(reader.getByRole("link", { name: claim })).toBeAttached();
  expect(await topOf(reader, inView)).toBe(top);
  await expect(reader.locator(`[data-link="${place}"]`)).toHaveAttribute("aria-expanded", "false");
  await expect(bar(reader).getByRole("button", { name: "Next unseen" })).toBeFocused();
  await expect(bar(reader)).toContainText("1 new");
  await reader.keyboard.press("n");
  await expect(reader.locator(`[data-argument="${id}"]`)).toBeInViewport();
  await expect(reader.getByRole("treeitem", { name: `New ${claim}` })).toBeFocused();
  await expect(reader.locator(`[data-argument="${id}"] [data-news="New"]`)).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a change to what one reads comes quietly, and withdrawn words go at once", async ({ browser }) => {
  const author = await elsewhere(browser, "Tomasz Wrona");
  const claim = unlike("What is said first is not what stays");
  const { id } = await post(author, claim);
  const reader = await elsewhere(browser);
  await read(reader, `/a/${id}`);
  await author.goto(`/a/${id}/edit`);
  await ready(author, true);
  await author.getByLabel("Your claim").fill(claim.replace("first", "second"));
  await author.getByRole("button", { name: "Keep the revision" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(claim.replace("first", "second"), {
    timeout: 4_000,
  });
  await expect(reader.locator('[data-news="Changed just now"]')).toBeVisible();
  await author.goto(`/a/${id}/withdraw`);
  await author.getByRole("button", { name: "Withdraw it" }).click();
  await expect(reader.getByRole("main")).not.toContainText(claim.replace("first", "second"), { timeout: 4_000 });
  await expect(reader.getByRole("main")).toContainText("Withdrawn");
});

test("a branch that a reader opened shows what is new in it, and so does a list on a page of its own", async ({
  browser,
}) => {
  const reader = await elsewhere(browser);
  await reader.goto(LONG);
  const items = reader.getByRole("treeitem");
  const shown = await items.count();
  await reader.locator(".side.con .more:not([hidden]) > a").last().click();
  await expect.poll(() => items.count()).toBeGreaterThan(shown);
  const heard = reader.waitForResponse((response) => response.url().includes("/api/live"));
  const branch = reader.locator('[role="treeitem"][aria-expanded="false"]:not([aria-level="6"])').first();
  const card = await branch.getAttribute("data-link");
  const opened = reader.locator(`[data-link="${card}"]`);
  const parent = await opened.locator("> [data-argument]").getAttribute("data-argument");
  await opened.locator("> .argument .below").click();
  await expect(opened).toHaveAttribute("aria-expanded", "true");
  const before = await opened.getByRole("treeitem").count();
  expect(before).toBeGreaterThan(0);
  await heard;
  const list = await elsewhere(browser);
  await read(list, `/a/${parent}/answers`);

  const author = await elsewhere(browser, "Yuki Harada");
  const claim = unlike("A ferry is no bus at night");
  await post(author, claim, `parent=${parent}&stance=CON`, LONG);
  for (const page of [reader, list]) {
    await bar(page).getByRole("button", { name: "Show 1 new answer" }).click();
    await expect(page.getByRole("treeitem", { name: claim })).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.getByRole("treeitem", { name: `New ${claim}` })).toBeFocused();
  }
  await expect(opened).toHaveAttribute("aria-expanded", "true");
  expect(await opened.getByRole("treeitem").count()).toBe(before + 1);
  await expect(opened.getByRole("treeitem", { name: claim })).toHaveAttribute("aria-level", /^[2-6]$/);
});

test("on the next visit what is new is marked, stepped to, and seen only when it was before one's eyes", async ({
  browser,
}) => {
  const member = await elsewhere(browser, "Leilani Kahale");
  const stranger = await elsewhere(browser);
  for (const page of [member, stranger]) {
    await page.setViewportSize({ width: 700, height: 500 });
    const told = page.waitForResponse((response) => response.url().includes("/api/mine"));
    await page.goto(THREAD);
    await told;
    await expect(bar(page)).toBeHidden();
    // Long enough for the visit to be kept.
    await page.waitForTimeout(4_000);
    await page.goto("/");
  }
  const author = await elsewhere(browser, "Seun Bankole");
  const claims = [unlike("A first thing that is new"), unlike("A second thing that is new")] as const;
  await post(author, claims[0], "stance=PRO");
  await post(author, claims[1]);
  for (const page of [member, stranger]) {
    await page.goto(THREAD);
    await expect(bar(page)).toContainText(/2 new since \d+ \w+/);
    await expect(page.locator("[data-news]")).toHaveCount(2);
    await page.getByRole("button", { name: "Next unseen" }).click();
    await expect(bar(page)).toContainText("1 new");
    await expect(page.getByRole("treeitem", { name: claims[0] })).toBeFocused();
    await page.waitForTimeout(4_000);
    await page.reload();
    await expect(page.locator("[data-news]").first()).toBeVisible();
    await page.getByRole("button", { name: "Mark all as seen" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("button", { name: "Mark all as seen" })).toBeEnabled();
    await page.getByRole("button", { name: "Mark all as seen" }).click();
    await page.goto("/");
    await page.goto(THREAD);
    await page.waitForLoadState("networkidle");
    await expect(bar(page)).toBeHidden();
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("a thread reads as ever, and nothing waits", async ({ page }) => {
    await page.goto(THREAD);
    await expect(page.locator("[data-argument]").first()).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.locator("[data-held], [data-news]")).toHaveCount(0);
  });
});
