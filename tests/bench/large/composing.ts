/** What a writer waits for in a large debate: what is said of the passages and what is near, and the keys of the form. */
import type { Browser } from "@playwright/test";
import type { Measured } from "../pages/pages.ts";
import { longest, WORK_MS } from "./moving.ts";
import { ARGUMENTS } from "./planted.ts";
import { median, p95 } from "./timing.ts";

/** Fewer than one person may ask in a minute. */
const ASKED = 100;
/** The form asks after a pause of 600 ms: together they stay below a second, after which a writer's thought is elsewhere. */
const ANSWER_MS = 300;
/** Typed words, and then the pause in which what is near is shown. */
const WORDS = "Since the ferry is late on most nights the count leaves out those who walk home";
const PAUSE_MS = 1_500;

interface Said {
  claim: string | null;
  citations: { source: string; quote: string }[];
}

export async function composing(browser: Browser, { base, slug }: { base: string; slug: string }): Promise<Measured[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const form = `/t/${slug}/argue?stance=PRO`;
  await page.goto(`${base}/sign-in?back=${encodeURIComponent(form)}`);
  await page.getByRole("button", { name: /Yuki/ }).click();
  await page.getByRole("toolbar").waitFor();

  const { arguments: all }: { arguments: Said[] } = await (
    await page.request.get(`${base}/api/v1/threads/${slug}`)
  ).json();
  const said = all.filter(({ claim, citations }) => claim !== null && citations.length > 0);
  const times: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const { claim, citations } = said[Math.floor((i * said.length) / ASKED)] as Said;
    // As far as somebody has written who says much the same.
    const words = claim?.split(" ").slice(0, -2).join(" ");
    const data = {
      thread: slug,
      stance: "PRO",
      claim: words,
      citations: citations.slice(0, 1).map(({ source, quote }) => ({ source, quote })),
    };
    const began = performance.now();
    const answer = await page.request.post(`${base}/api/composing`, { data, headers: { origin: base } });
    await answer.body();
    times.push(performance.now() - began);
    if (!answer.ok()) throw new Error(`the form was answered ${answer.status()}: ${await answer.text()}`);
  }

  const session = await browser.newBrowserCDPSession();
  const most = await longest(session, async () => {
    await page.getByLabel("Your claim").pressSequentially(WORDS, { delay: 40 });
    await page.waitForTimeout(PAUSE_MS);
  });
  await session.detach();
  await page.close();
  return [
    {
      name: `a form's check and what is near, among ${ARGUMENTS} arguments`,
      figures: `${median(times).toFixed(0)} ms at the median of ${times.length}, ${p95(times).toFixed(0)} at p95, ${Math.max(...times).toFixed(0)} at most`,
      promised: `at most ${ANSWER_MS} ms at p95`,
      passed: p95(times) <= ANSWER_MS,
    },
    {
      name: "typing a claim in the form",
      figures: `${most.toFixed(1)} ms the longest task`,
      promised: `below ${WORK_MS} ms`,
      passed: most < WORK_MS,
    },
  ];
}
