import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, ready, SOURCE, signIn, THREAD, unlike } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A sentence of the planted digest that no planted argument quotes. */
const SENTENCE = "Bukele, who is 43, is the country’s 81st president.";
const EXPORTS = ["json", "argdown", "markdown", "xaif"];

const text = (page: Page) => page.locator("article.article");
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected words" });
const words = (page: Page) => page.evaluate(() => getSelection()?.toString());
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** The text with its script at work, which takes the keys. */
async function open(page: Page): Promise<void> {
  await page.goto(SOURCE, { waitUntil: "networkidle" });
}

/** Goes on with Tab, as a person does, until the text itself has the focus. */
async function tabToText(page: Page): Promise<void> {
  const isThere = () => page.evaluate(() => document.activeElement?.matches("article.article") ?? false);
  for (let left = 200; left > 0 && !(await isThere()); left--) await page.keyboard.press("Tab");
  await expect(text(page)).toBeFocused();
}

/** To the paragraph after the first, wherever the text came into sight. */
async function toSecondParagraph(page: Page): Promise<void> {
  await press(page, "ArrowDown", ...Array(30).fill("ArrowUp"), "ArrowDown");
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Drags with the mouse over words that stand in one line. */
async function drag(page: Page, over: string): Promise<void> {
  const box = await page.evaluate((over) => {
    const walker = document.createTreeWalker(document.querySelector("article.article") as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(over) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + over.length);
      (node.parentElement as Element).scrollIntoView({ block: "center" });
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error("no such words");
  }, over);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 5 });
  await page.mouse.up();
}

test("with the keyboard alone a sentence is selected and argued from; it is in the thread, the margin and the exports", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, "Tomasz Wrona");
  await open(page);
  await tabToText(page);
  await toSecondParagraph(page);
  await press(page, "ArrowLeft");
  expect(await words(page)).toBe(SENTENCE);
  await expect(bar(page)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: SENTENCE })).toContainText("¶2");

  await press(page, "a");
  expect(await focused(page)).toContain("Pro");
  for (let left = 20; left > 0 && !/^Con.*violate/s.test(await focused(page)); left--) await press(page, "Tab");
  await press(page, "Enter");
  await expect(page).toHaveURL(/rights-of-those-held\/argue\?.*stance=CON.*from=\d+&to=\d+/);
  await ready(page, true);
  await expect(page.getByRole("radio", { name: "Con" })).toBeChecked();
  await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(SENTENCE);
  const claim = unlike("Who presides says nothing of who is held");
  await page.getByLabel("Your claim").focus();
  await page.keyboard.type(claim);
  await page.getByRole("button", { name: "Post the argument" }).focus();
  await press(page, "Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim);
  await expect(page.getByRole("main").locator("mark").first()).toHaveText(SENTENCE);

  await open(page);
  await expect(text(page).locator("mark", { hasText: SENTENCE })).toBeVisible();
  await page
    .locator("#p2")
    .getByRole("button", { name: /^\d+ Con/ })
    .click();
  await expect(
    page.getByRole("region", { name: "Arguments on paragraph 2" }).getByRole("link", { name: claim }),
  ).toBeVisible();

  for (const format of EXPORTS) {
    const exported = await (
      await page.request.get(`/api/v1${THREAD.replace("/t/", "/threads/")}/export?format=${format}`)
    ).text();
    expect(exported, format).toContain("who is 43");
    expect(exported, format).toContain(claim.slice(0, 30));
  }
  expect(complaints).toEqual([]);
});

test("Shift extends by sentence and paragraph, and Escape lets go without losing the place", async ({ page }) => {
  await open(page);
  await tabToText(page);
  await toSecondParagraph(page);
  await press(page, "ArrowLeft", "Shift+ArrowLeft");
  expect(await words(page)).toMatch(/^Under it,.*president\.$/);
  await press(page, "Shift+ArrowRight");
  expect(await words(page)).toBe(SENTENCE);
  await press(page, "Shift+ArrowDown");
  expect(await words(page)).toMatch(/^Bukele, who is 43.*heartbeat\.”/s);
  await press(page, "Escape");
  await expect(bar(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await press(page, "ArrowRight");
  expect(await words(page)).toBe(SENTENCE);
  await press(page, "Tab");
  expect(await focused(page)).toBe("Argue from this");
  await press(page, "ArrowRight");
  expect(await focused(page)).toBe("Copy citation");
});

test("words that are dragged over are taken as whole words, and a click elsewhere lets them go", async ({ page }) => {
  await open(page);
  await drag(page, "ho is 78, spoke of it in the Ov");
  await bar(page).getByRole("button", { name: "Argue from this" }).click();
  const way = page.getByRole("link", { name: /^Con ?: Would holding/ });
  await expect(way).toHaveAttribute("href", /stance=CON&source=inside-cecot&from=585&to=619$/);
  await expect(page.getByRole("link", { name: "Open a new thread" })).toHaveAttribute("href", /^\/t\/new\?source=/);
  await page.getByRole("heading", { level: 1 }).click();
  await expect(bar(page)).toHaveCount(0);
});

test("with the keyboard alone an argument is found and answered with the selected words", async ({ page }) => {
  await signIn(page, "Tomasz Wrona");
  await open(page);
  await tabToText(page);
  await toSecondParagraph(page);
  await press(page, "ArrowLeft", "a");
  await expect(page.getByRole("link", { name: "Open a new thread" })).toBeVisible();
  for (let left = 20; left > 0 && !/^Answer ….*violate/s.test(await focused(page)); left--) await press(page, "Tab");
  await press(page, "Enter");
  const sought = page.getByLabel("Which argument: its number, or words of it");
  await expect(sought).toBeFocused();
  // Keys of the text are letters here.
  await page.keyboard.type("acacia zq");
  await expect(sought).toHaveValue("acacia zq");
  await expect(page.getByText("None has this number or says this.")).toBeVisible();
  await press(page, "Escape");
  expect(await focused(page)).toMatch(/^Answer ….*violate/s);
  await press(page, "Enter");
  await page.keyboard.type("#2");
  const found = page.locator(".answerable summary");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("#2");
  await press(page, "Tab", "Enter");
  for (let left = 8; left > 0 && !/^It doesn’t follow/.test(await focused(page)); left--) await press(page, "Tab");
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answer #2");
  await expect(page.getByRole("radio", { name: "Oppose" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "It doesn’t follow" })).toBeChecked();
  await expect(page.getByLabel("Passage 1: the exact words")).toHaveValue(SENTENCE);
});

test("of the arguments to answer those on the same words come first, and a click finds others", async ({ page }) => {
  await open(page);
  const cited = await page.evaluate(() => {
    const mark = document.querySelector("article.article mark[data-weight]") as Element;
    mark.scrollIntoView({ block: "center" });
    getSelection()?.setBaseAndExtent(mark, 0, mark, mark.childNodes.length);
    return mark.textContent;
  });
  expect(cited?.length).toBeGreaterThan(3);
  await bar(page).getByRole("button", { name: "Argue from this" }).click();
  for (const name of [/violate/, /lawful/, /arrangement|sound|fee/]) {
    const way = page.getByRole("button", { name: /^Answer …/ }).filter({ hasText: name });
    if ((await way.count()) === 0) continue;
    await way.first().click();
    const sought = page.getByLabel("Which argument");
    await expect(sought).toBeFocused();
    await sought.click();
    await expect(
      page.getByText(/^(?:These stand on some of the same words|None stands on these words)\.$/),
    ).toBeVisible();
    await page.getByRole("button", { name: "All threads" }).click();
    await expect(way.first()).toBeFocused();
  }
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("an argument is found and answered with fingers, on targets that are large enough for them", async ({
    page,
  }) => {
    await open(page);
    expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
    await page.evaluate(() => {
      const words = document.querySelector("#p2 > p") as Element;
      words.scrollIntoView();
      getSelection()?.setBaseAndExtent(words, 0, words, words.childNodes.length);
    });
    await expect(bar(page)).toBeVisible();
    const small = async () => {
      const targets = page.locator(".selection-bar").locator("button, summary, a, input").filter({ visible: true });
      const boxes = await Promise.all((await targets.all()).map((target) => target.boundingBox()));
      return boxes.filter((box) => box && box.height < 44).length;
    };
    expect(await small()).toBe(0);
    await bar(page).getByRole("button", { name: "Argue from this" }).tap();
    await expect(page.getByRole("link", { name: "Open a new thread" })).toBeVisible();
    expect(await small()).toBe(0);
    await page.getByRole("button", { name: /^Answer … ?: .*violate/ }).tap();
    const sought = page.getByLabel("Which argument");
    await sought.tap();
    await page.keyboard.type("#2");
    const found = page.locator(".answerable summary");
    await expect(found).toHaveCount(1);
    await expect(found).toContainText("#2");
    await found.tap();
    expect(await small()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const way = page.getByRole("link", { name: /^The source doesn’t say that ?: #2$/ });
    await expect(way).toHaveAttribute(
      "href",
      /argue\?parent=\w+&stance=CON&target=EVIDENCE&source=inside-cecot&from=\d+&to=\d+$/,
    );
    await way.tap();
    await expect(page).toHaveURL(/\/argue\?parent=/);
  });

  test("words between the handles open the bar once they rest, and a tap on it keeps them", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const words = document.querySelector("#p2 > p") as Element;
      words.scrollIntoView();
      getSelection()?.setBaseAndExtent(words, 0, words, words.childNodes.length);
    });
    await expect(bar(page)).toBeVisible();
    await bar(page).getByRole("button", { name: "Argue from this" }).tap();
    await expect(page.getByRole("link", { name: "Open a new thread" })).toBeVisible();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.waitForTimeout(400);
    await expect(page.getByRole("link", { name: "Open a new thread" })).toBeVisible();
  });
});

test("words that were selected before the script came open the bar, too", async ({ page }) => {
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await page.waitForTimeout(1_000);
    await route.continue();
  });
  await page.goto(SOURCE, { waitUntil: "commit" });
  await page.waitForSelector("#p3");
  await page.evaluate(() => {
    const words = document.querySelector("#p2 > p") as Element;
    getSelection()?.setBaseAndExtent(words, 0, words, words.childNodes.length);
  });
  await expect(bar(page).getByRole("button", { name: "Argue from this" })).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("too few words are not argued from, and the bar says why", async ({ page }) => {
  await open(page);
  await drag(page, "Oval Office");
  await expect(bar(page)).toBeVisible();
  await expect(bar(page).getByRole("button", { name: "Argue from this" })).toHaveCount(0);
  await expect(page.getByText("Too short to argue from")).toBeVisible();
});

test("a citation and a link are copied, and the link leads back to the words", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await open(page);
  await drag(page, "spoke of it in the Oval Office");
  await expect(bar(page)).toBeVisible();
  await press(page, "c");
  await bar(page).getByRole("button", { name: "Copy MLA" }).click();
  await expect.poll(copied).toContain("“spoke of it in the Oval Office”");
  await bar(page).getByRole("button", { name: "Copy link" }).click();
  await expect(bar(page).getByRole("button", { name: "Link copied" })).toBeVisible();
  await page.goto(await copied());
  // Somebody may stand on these words by now: then they are marked as cited and named at once.
  const words = () => text(page).locator(".selected, .named").allTextContents();
  await expect.poll(async () => (await words()).join("")).toContain("spoke of it in the Oval Office");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, viewport: { width: 900, height: 500 } });

    test("an address with a stretch comes to it and marks it, and wrong places do no harm", async ({ page }) => {
      const from = 3000;
      await page.goto(`${SOURCE}?from=${from}&to=${from + 60}`);
      const named = text(page).locator(".selected, .named").first();
      await expect(named).toBeInViewport();
      await expect(named).toBeFocused();
      for (const query of ["from=9&to=3", "from=x&to=y", "from=1", "from=999999&to=1000000", "from=-5&to=5"]) {
        expect((await page.goto(`${SOURCE}?${query}`))?.status(), query).toBe(200);
        await expect(text(page).locator(".selected, .named"), query).toHaveCount(0);
      }
    });

    test("what stands on a paragraph opens as a sheet", async ({ page }) => {
      await open(page);
      await page
        .locator("#p5")
        .getByRole("button", { name: /^\d+ Con/ })
        .click();
      const sheet = page.getByRole("region", { name: "Arguments on paragraph 5" });
      await expect(sheet.getByRole("link").first()).toBeVisible();
      await sheet.getByRole("button", { name: "Close" }).click();
      await expect(sheet).toBeHidden();
    });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1440]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("the bar with its threads, its citations and the sheet have no flaw that a machine can see", async ({
        page,
      }) => {
        test.setTimeout(120_000);
        const flaws = async () => {
          const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
        };
        await open(page);
        await text(page).focus();
        await press(page, "ArrowDown", "ArrowDown", "ArrowLeft", "a");
        await expect(page.getByRole("link", { name: "Open a new thread" })).toBeVisible();
        expect(await flaws()).toEqual([]);
        await press(page, "c");
        await expect(bar(page).getByRole("button", { name: "Copy MLA" })).toBeFocused();
        expect(await flaws()).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over).toBeLessThanOrEqual(0);
        await press(page, "Escape");
        await page
          .locator("#p5")
          .getByRole("button", { name: /^\d+ Con/ })
          .click();
        expect(await flaws()).toEqual([]);
      });
    });
  }
}
