/** What script and layout cost in each frame while a map is moved. */
import type { Browser, Page } from "@playwright/test";
import { millisecondsOf, type TraceEvent, traced } from "../large/trace.ts";

/** Whatever script does begins with one of these, and layout is the style of what changed and where it stands. */
const SCRIPT_AND_LAYOUT = new Set(["EventDispatch", "FireAnimationFrame", "TimerFire", "UpdateLayoutTree", "Layout"]);
/** What ends the main thread's part of a frame. */
const FRAME = "Commit";
const STEPS = 60;
const SETTLE_MS = 600;

interface Moved {
  name: string;
  drawn: number;
  /** Milliseconds of each frame in which something was done. */
  frames: number[];
}

function costsOf(events: TraceEvent[]): number[] {
  const frames: number[] = [];
  let sum = 0;
  for (const event of events) {
    if (event.name === FRAME) {
      if (sum > 0) frames.push(sum);
      sum = 0;
    } else if (SCRIPT_AND_LAYOUT.has(event.name)) sum += millisecondsOf(event);
  }
  if (frames.length < STEPS / 2) throw new Error(`the trace holds ${frames.length} frames`);
  return frames;
}

async function drag(page: Page): Promise<void> {
  await page.mouse.move(500, 700);
  await page.mouse.down();
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.move(500 - i * 5, 700 - i * 8);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(500, 700);
  await page.keyboard.down("Control");
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.wheel(0, i < STEPS / 2 ? 40 : -40);
    await page.waitForTimeout(16);
  }
  await page.keyboard.up("Control");
}

export async function framesOf(browser: Browser, address: string): Promise<Moved[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator(".map-window.live").scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector(".map-window")?.scrollIntoView());
  const drawn = await page.locator(".map a[data-node]").count();
  const session = await browser.newBrowserCDPSession();
  const moved: Moved[] = [];
  for (const [name, move] of [
    ["panning", drag],
    ["zooming", zoom],
  ] as const) {
    await page.waitForTimeout(SETTLE_MS);
    moved.push({ name, drawn, frames: costsOf(await traced(session, () => move(page))) });
  }
  await session.detach();
  await page.close();
  return moved;
}
