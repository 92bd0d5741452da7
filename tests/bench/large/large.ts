/** How the forum does at full size: what the first screen of a debate of 10,000 asks, sends and takes, and how it moves. */
import { chromium } from "@playwright/test";
import { findChromium } from "../../../bin/first-run/chromium.ts";
import type { Measured } from "../pages/pages.ts";
import { served } from "../pages/served.ts";
import { composing } from "./composing.ts";
import { moving } from "./moving.ts";
import { planted } from "./planted.ts";
import { readQueries } from "./queries.ts";
import { received } from "./received.ts";
import { median, timed } from "./timing.ts";

/** As many branches as are opened to tell how long one takes. */
const BRANCHES = 60;
const SCREENS = 7;

const QUERIES_MAX = 6;
const DATA_MAX = 26_000;
const SCRIPT_MAX = 150_000;
/** Above it a reader waits; a branch is opened by a key. */
const BRANCH_MS = 100;

export async function bench(): Promise<Measured[]> {
  return served(async ({ bases: [base = ""], run, databaseUrl }) => {
    const slug = await planted(run);
    const { queries, branches, forget } = await readQueries(databaseUrl, slug, BRANCHES);
    const browser = await chromium.launch({
      executablePath: await findChromium(new AbortController().signal),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const address = `${base}/t/${slug}`;
      const screens = await timed(
        Array.from({ length: SCREENS }, () => address),
        forget,
      );
      const opened = await timed(branches.map((id) => `${base}/a/${id}/answers`));
      const { data, script } = await received(browser, address);
      return [
        {
          name: "queries of the first screen",
          figures: `${queries}`,
          promised: `at most ${QUERIES_MAX}`,
          passed: queries <= QUERIES_MAX,
        },
        {
          name: "HTML and data of the first screen",
          figures: `${data} bytes`,
          promised: `at most ${DATA_MAX}, gzip`,
          passed: data <= DATA_MAX,
        },
        {
          name: "JavaScript of the first screen",
          figures: `${script} bytes`,
          promised: `at most ${SCRIPT_MAX}, gzip`,
          passed: script <= SCRIPT_MAX,
        },
        {
          name: "the first screen on the server, after a change",
          figures: `${median(screens).toFixed(0)} ms at the median of ${screens.length}, ${Math.max(...screens).toFixed(0)} at most`,
          promised: "no figure",
          passed: true,
        },
        {
          name: "opening a branch on the server",
          figures: `${median(opened).toFixed(0)} ms at the median of ${opened.length}, ${Math.max(...opened).toFixed(0)} at most`,
          promised: `at most ${BRANCH_MS} ms at the median`,
          passed: median(opened) <= BRANCH_MS,
        },
        ...(await moving(browser, address)),
        ...(await composing(browser, { base, slug })),
      ];
    } finally {
      await browser.close();
    }
  });
}
