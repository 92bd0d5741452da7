/** How long Chromium's main thread is busy at a stretch while somebody types, scrolls and opens branches among 1,000 arguments. */
import type { Browser, CDPSession, Page } from "@playwright/test";
import type { Measured } from "../pages/pages.ts";
import { median } from "./timing.ts";
import { millisecondsOf, traced } from "./trace.ts";

/** What is done the `i`-th time. */
type Work = (i: number) => Promise<void>;

const OPEN = 1_000;
/** Three frames of sixty a second: beyond it a key is felt to lag. */
export const WORK_MS = 50;
/** Lists differ: one has twenty more, the next but one. */
const LISTS = 5;
/** Whatever else the machine does at that moment counts in, so each work is done so often, and the median is taken. */
const ROUNDS = 3;
/** What is typed in the tree. */
const WORDS = "the count leaves out the ferry nights";

/** The longest task of the page's main thread while the work lasts, in milliseconds of its own time. */
export async function longest(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const tasks = (await traced(session, work)).filter(({ name }) => name === "RunTask");
  if (tasks.length === 0) throw new Error("the trace holds no task of a page");
  return Math.max(...tasks.map(millisecondsOf));
}

/** Opens branches and pieces of lists until so many arguments are on the page. */
async function openMany(page: Page): Promise<number> {
  const items = page.locator('[role="treeitem"] > .argument');
  for (let count = await items.count(); count < OPEN; ) {
    await page.evaluate(() => {
      const closed = document.querySelectorAll<HTMLElement>(
        '[aria-expanded="false"]:not([aria-level="6"]) > .argument .below',
      );
      const more = document.querySelectorAll<HTMLElement>(".more:not([hidden]) > a");
      for (const one of [...[...closed].slice(0, 20), ...[...more].slice(0, 4)]) one.click();
    });
    const before = count;
    await page.waitForFunction(
      (known) => document.querySelectorAll('[role="treeitem"] > .argument').length > known,
      before,
    );
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
    count = await items.count();
  }
  return items.count();
}

export async function moving(browser: Browser, address: string): Promise<Measured[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address, { waitUntil: "networkidle" });
  const count = await openMany(page);
  const session = await browser.newBrowserCDPSession();
  /** Does `work` so many times a round, each after `prepare`, which does not count. */
  const measured = async (name: string, work: Work, prepare: Work = async () => {}, times = 1): Promise<Measured> => {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const tasks: number[] = [];
      for (let i = round * times; i < (round + 1) * times; i++) {
        await prepare(i);
        tasks.push(await longest(session, () => work(i)));
      }
      rounds.push(Math.max(...tasks));
    }
    const most = median(rounds);
    return {
      name: `${name} with ${count} arguments open`,
      figures: `${most.toFixed(1)} ms the longest task, at the median of ${ROUNDS} rounds`,
      promised: `below ${WORK_MS} ms`,
      passed: most < WORK_MS,
    };
  };
  const first = page.locator('[role="tree"] [tabindex="0"]').first();
  const more = page.locator(".more:not([hidden]) > a");
  const goTo = async (i: number) => {
    await more.nth(i).evaluate((link) => link.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(300);
  };
  /** To one of as many places as there are jumps, evenly far from each other. */
  const jump = async (i: number) => {
    const place = Math.floor(((i + 0.5) * count) / (ROUNDS * LISTS));
    const card = page.locator('[role="treeitem"] > .argument').nth(place);
    await card.evaluate((one) => one.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(300);
  };
  const results = [
    await measured("scrolling", async () => {
      await page.mouse.move(400, 500);
      for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 400);
      await page.waitForTimeout(500);
    }),
    // Most of them were not seen before, and are laid out at once.
    await measured("jumping to five places", jump, undefined, LISTS),
    await measured("typing in the tree", async () => {
      await first.focus();
      await page.keyboard.type(WORDS, { delay: 40 });
    }),
    await measured("closing and opening branches", async () => {
      await first.focus();
      for (const key of [
        "Home",
        "ArrowLeft",
        "ArrowRight",
        "ArrowDown",
        "ArrowDown",
        "ArrowLeft",
        "ArrowLeft",
        "ArrowRight",
      ]) {
        await page.keyboard.press(key, { delay: 20 });
        await page.waitForTimeout(80);
      }
    }),
    await measured(
      "putting in more, five times,",
      async () => {
        const before = await page.locator('[role="treeitem"] > .argument').count();
        await more.first().click();
        await page.waitForFunction(
          (known) => document.querySelectorAll('[role="treeitem"] > .argument').length > known,
          before,
        );
        await page.waitForTimeout(200);
      },
      async () => {
        await goTo(0);
        await more.first().hover();
        await page.waitForTimeout(200);
      },
      LISTS,
    ),
  ];
  await session.detach();
  await page.close();
  return results;
}
