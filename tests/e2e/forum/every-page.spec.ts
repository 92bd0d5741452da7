import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, SOURCE, signIn, THREAD } from "./cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const READING = [
  "/",
  THREAD,
  `${THREAD}/pro`,
  `${THREAD}/activity`,
  `${THREAD}/bibliography`,
  `${THREAD}/strength`,
  `${THREAD}?sort=impact&by=for`,
  `${THREAD}/con?sort=impact&by=own`,
  `${THREAD}/evidence`,
  `${THREAD}/export`,
  `${THREAD}/export/svg`,
  `${THREAD}/snapshots`,
  `${THREAD}/flow`,
  `${THREAD}/map`,
  `${THREAD}/map/1`,
  SOURCE,
  `${SOURCE}/questions`,
  `${SOURCE}/versions`,
  "/u/leilani",
  "/policy",
  "/log",
  "/search",
  "/search?q=court",
  "/search?q=prizon",
  "/c/guide",
  "/c/guide/pupils",
  "/card",
  "/sign-in",
  "/join",
  "/reset",
];
const WRITING = [
  `${SOURCE}/correct`,
  `${THREAD}/argue?stance=CON`,
  `${THREAD}/weigh`,
  `${THREAD}/weigh?view=own`,
  "/t/new",
  "/s/new",
  "/settings",
  "/settings/close",
  `${THREAD}/follow`,
  `${THREAD}/freeze`,
  "/notices",
  "/bookmarks",
  "/u/leilani/block",
  "/c",
  "/c/new",
  "/c/public-policy-debate-b",
  "/dev/mail",
];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

/** What is wrong with the page as it stands, by rule and place. The dark theme differs from the light in colours alone. */
async function flawsOf(page: Page, dark: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (dark ? axe.withRules(["color-contrast"]) : axe.withTags(RULES)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function visit(page: Page, addresses: string[], look: (address: string) => Promise<void>): Promise<void> {
  for (const address of addresses) {
    await page.goto(address, { waitUntil: "networkidle" });
    await look(address);
  }
}

/** The pages of one argument: its own, and those for its author. */
async function addressesOf(page: Page): Promise<string[]> {
  await page.goto(THREAD);
  const own = await page.locator("article .claim a").first().getAttribute("href");
  return [
    own ?? "",
    `${own}/history`,
    `${own}/moved`,
    `${own}/edit`,
    `${own}/withdraw`,
    `${own}/use`,
    `${own}/use?parent=question`,
    `${own}/places`,
    `${own}/follow`,
    `${own}/answers`,
  ];
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of SIZES) {
    test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
      test.use({ colorScheme, viewport });

      test("no page has a flaw that a machine can see, and no browser complains", async ({ page }) => {
        // Some forty pages, each read through by axe.
        test.setTimeout(300_000);
        const complaints = complaintsOf(page);
        const flaws: Record<string, string[]> = {};
        const look = async (address: string) => {
          const found = await flawsOf(page, colorScheme === "dark");
          if (found.length > 0) flaws[address] = found;
        };
        await visit(page, READING, look);
        await signIn(page, "Leilani Kahale");
        await visit(page, [...(await addressesOf(page)), ...WRITING], look);
        expect(flaws).toEqual({});
        expect(complaints).toEqual([]);
      });
    });
  }
}

test("nothing is wider than the narrowest screen", async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "Leilani Kahale");
  const wide: Record<string, number> = {};
  await visit(page, [...READING, ...(await addressesOf(page)), ...WRITING], async (address) => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) wide[address] = over;
  });
  expect(wide).toEqual({});
});

test("a page that is not there says what to do, and is no page that is kept", async ({ page }) => {
  const answer = await page.goto("/t/there-is-no-such-thread");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link", { name: "front page" })).toBeVisible();
});
