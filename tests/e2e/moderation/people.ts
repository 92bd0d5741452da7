/** What the journeys of moderation share: people with pages of their own, the queue by its keys, and how a page must look. */
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, type TestInfo } from "@playwright/test";
import { signIn, unlike } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [
  { colorScheme: "light", width: 1440, height: 900 },
  { colorScheme: "dark", width: 1440, height: 900 },
  { colorScheme: "light", width: 360, height: 740 },
  { colorScheme: "dark", width: 360, height: 740 },
] as const;

/** The page in light and dark, wide and narrow: no flaw that a machine can see, and nothing wider than the screen. */
export async function flawless(page: Page, info: TestInfo, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const { colorScheme, width, height } of LOOKS) {
    // Without motion: colours are compared at rest.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === "dark"
      ? axe.withRules(["color-contrast"])
      : axe.withTags(RULES)
    ).analyze();
    const flaws = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.screenshot({ path: info.outputPath(`${name}-${width}-${colorScheme}.png`), fullPage: width > 400 });
    expect([name, width, colorScheme, flaws, over]).toEqual([name, width, colorScheme, [], 0]);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}

export async function somebody(browser: Browser, name?: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  if (name) await signIn(page, name);
  return page;
}

/** Steps through the queue by its key until this is open. */
export async function stepTo(page: Page, claim: string): Promise<void> {
  const open = page.locator("#case");
  for (let steps = 0; steps < 30 && (await open.textContent()) !== claim; steps++) {
    const before = page.url();
    await page.keyboard.press("j");
    await expect(page).not.toHaveURL(before);
    await expect(page.locator(".queue-list [aria-current]")).toHaveAttribute(
      "href",
      new URL(page.url()).pathname + new URL(page.url()).search,
    );
  }
  await expect(open).toHaveText(claim);
}

/** A token for programs, made on the settings page. */
export async function tokenOf(browser: Browser, name: string): Promise<string> {
  const page = await somebody(browser, name);
  await page.goto("/settings");
  await page.getByLabel("What it is for").fill(unlike("queue"));
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = (await page.getByRole("main").locator("code").textContent()) ?? "";
  await page.context().close();
  return token.trim();
}
