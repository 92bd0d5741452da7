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
const CLASS = "/c/public-policy-debate-b";
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
  CLASS,
  "/dev/mail",
];

/** What a teacher arranges, with the seed's assignment and the work of one who is set it. */
const TEACHING = [
  "/t/new",
  ...["people", "code", "cards", "settings", "assign", "rounds", "rounds/new"].map((page) => `${CLASS}/${page}`),
  ...["", "/change", "/rubric", "/grade/tomasz"].map((page) => `${CLASS}/lawful-from-the-passage${page}`),
];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

/** As telephones of old have it, and as a wide page is when it is magnified fourfold. */
const NARROWEST = 320;

/**
 * What is wrong with the page as it stands, by rule and place. The dark theme differs from the light in colours alone,
 * and a style sheet makes it: a page need not be opened anew for it, nor to be narrower.
 */
async function flawsOf(page: Page, { width, height }: { width: number; height: number }): Promise<string[]> {
  const light = await new AxeBuilder({ page }).withTags(RULES).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
  await page.emulateMedia({ colorScheme: "light" });
  const said = ({ violations }: typeof light, theme: string) =>
    violations.map(({ id, nodes }) => `${theme}${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  const flaws = [...said(light, ""), ...said(dark, "dark: ")];
  if (width > NARROWEST * 2) return flaws;
  await page.setViewportSize({ width: NARROWEST, height });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize({ width, height });
  return over > 0 ? [...flaws, `${over} pixels wider than ${NARROWEST}`] : flaws;
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

for (const viewport of SIZES) {
  test.describe(`${viewport.width} pixels wide`, () => {
    // Colours that are on their way from one theme to the other are neither.
    test.use({ viewport, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

    test("no page has a flaw that a machine can see, in either theme, and no browser complains", async ({ page }) => {
      // Some seventy pages, each read through by axe.
      test.setTimeout(600_000);
      const complaints = complaintsOf(page);
      const flaws: Record<string, string[]> = {};
      const look = async (address: string) => {
        const found = await flawsOf(page, viewport);
        if (found.length > 0) flaws[address] = found;
      };
      await visit(page, READING, look);
      await signIn(page, "Leilani Kahale");
      await visit(page, [...(await addressesOf(page)), ...WRITING], look);
      await page.context().clearCookies();
      await signIn(page, "Naledi Mokoena");
      await visit(page, TEACHING, look);
      expect(flaws).toEqual({});
      expect(complaints).toEqual([]);
    });
  });
}

test("a page that is not there says what to do, and is no page that is kept", async ({ page }) => {
  const answer = await page.goto("/t/there-is-no-such-thread");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link", { name: "front page" })).toBeVisible();
});
