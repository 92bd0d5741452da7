import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";

/** Of the kinds of content that Chromium tells apart. */
const DATA = new Set(["document", "fetch", "xhr", "eventsource"]);

/** A page that nobody touches may still ask for something after it is shown. */
const IDLE_MS = 2_000;

/** Bytes of all that Chromium receives for a page until it is idle, each answer compressed with gzip. */
export async function received(browser: Browser, address: string): Promise<{ data: number; script: number }> {
  const page = await browser.newPage();
  const sum = { data: 0, script: 0 };
  const counted: Promise<void>[] = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    const kind = DATA.has(type) ? "data" : type === "script" ? "script" : null;
    if (!kind) return;
    const count = async () => {
      const body = await response.body();
      sum[kind] += gzipSync(body).length;
    };
    // A stream of events has no end, and nothing has happened yet.
    if (response.headers()["content-type"]?.startsWith("text/event-stream")) return;
    counted.push(count());
  });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(IDLE_MS);
  await Promise.all(counted);
  await page.close();
  return sum;
}
