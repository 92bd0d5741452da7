/** npm run screens -- [--out DIR]: photographs every screen of the planted debate, to be looked at. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "./first-run/chromium.ts";
import { interruption } from "./first-run/interruption.ts";
import { withTestApp } from "./first-run/test-app.ts";

const HELP = `npm run screens -- [--out DIR]

Serves the planted debate on a database of its own and photographs each screen at 360 and 1440 pixels, light and dark.
DIR is .data/screens where it is not named.`;

const WIDTHS = [360, 1440];
const THEMES = ["light", "dark"] as const;
const READER = "yuki";

const { values } = parseArgs({
  options: { help: { type: "boolean" }, out: { type: "string", default: ".data/screens" } },
});
if (values.help) console.log(HELP);
else await photograph(values.out);

async function photograph(folder: string): Promise<void> {
  const signal = interruption();
  const executablePath = await findChromium(signal);
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  await withTestApp(signal, async (address) => {
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const screens = await screensOf(address);
      for (const width of WIDTHS)
        for (const theme of THEMES) taken += await takeAll(browser, screens, { address, folder, width, theme });
    } finally {
      await browser.close();
    }
  });
  console.log(`${taken} pictures in ${folder}`);
}

/** Each screen's name and path; the argument is the first thread's first. */
async function screensOf(address: string): Promise<[name: string, path: string][]> {
  const read = async (path: string) => (await fetch(address + path)).json();
  const { items: threads } = await read("/api/v1/threads");
  const { items: sources } = await read("/api/v1/sources");
  const slug = threads.at(-1).slug;
  const [argument] = (await read(`/api/v1/threads/${slug}`)).arguments;
  const argue = `/t/${slug}/argue?parent=${argument.id}&stance=CON&target=CLAIM`;
  return [
    ["home", "/"],
    ["thread", `/t/${slug}`],
    ["export", `/t/${slug}/export`],
    ["focus", `/a/${argument.id}`],
    ["history", `/a/${argument.id}/history`],
    ["source", `/s/${sources[0].slug}`],
    ["sign-in", "/sign-in"],
    ["join", "/join"],
    ["argue", argue],
    ["open-thread", "/t/new"],
    ["settings", "/settings"],
  ];
}

interface Sitting {
  address: string;
  folder: string;
  width: number;
  theme: (typeof THEMES)[number];
}

async function takeAll(
  browser: Browser,
  screens: [string, string][],
  { address, folder, width, theme }: Sitting,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, baseURL: address });
  const page = await context.newPage();
  let signedIn = false;
  for (const [name, path] of screens) {
    if (!signedIn && ["argue", "open-thread", "settings"].includes(name)) {
      await page.goto("/sign-in");
      await page.locator(`button[value="${READER}"], form:has(input[value="${READER}"]) button`).first().click();
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      signedIn = true;
    }
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
  }
  await context.close();
  return screens.length;
}
