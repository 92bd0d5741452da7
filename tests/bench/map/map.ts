/** How the map does at full size: how long it takes to be laid out, and how it moves under a hand. */
import { chromium } from "@playwright/test";
import { drawingOf } from "#lib/maps/snapshot-drawing";
import { findChromium } from "../../../bin/first-run/chromium.ts";
import { syntheticSnapshot } from "../exports/synthetic.ts";
import { median } from "../large/timing.ts";
import type { Measured } from "../pages/pages.ts";
import { served } from "../pages/served.ts";
import { framesOf } from "./frames.ts";

const SMALL = 1_000;
const LARGE = 10_000;
const RUNS = 5;
const LAYOUT_MS = 500;
const GROWTH = 12;
/** Half of a frame at sixty a second: the rest is the browser's own. */
const FRAME_MS = 8;

/** The process's own time for one drawing, in milliseconds. */
function timeOf(count: number): number {
  const snapshot = syntheticSnapshot(count);
  return median(
    Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      drawingOf(snapshot);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    }),
  );
}

export async function bench(): Promise<Measured[]> {
  const small = timeOf(SMALL);
  const large = timeOf(LARGE);
  const moving = await served(async ({ bases: [base = ""], run }) => {
    const slug = /thread (\S+)$/.exec(await run("bin/synth.ts", "--arguments", `${SMALL}`))?.[1];
    const executablePath = await findChromium(new AbortController().signal);
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      return await framesOf(browser, `${base}/t/${slug}/map?branches=all`);
    } finally {
      await browser.close();
    }
  });
  return [
    {
      name: `laying out ${LARGE} arguments`,
      figures: `${large.toFixed(0)} ms at the median of ${RUNS}`,
      promised: `at most ${LAYOUT_MS} ms`,
      passed: large <= LAYOUT_MS,
    },
    {
      name: `laying out ${LARGE} against ${SMALL}`,
      figures: `${(large / small).toFixed(1)}-fold`,
      promised: `at most ${GROWTH}-fold`,
      passed: large / small <= GROWTH,
    },
    ...moving.map(({ name, drawn, frames }) => ({
      name: `script and layout of a frame while ${name} with ${drawn} arguments drawn`,
      figures: `${Math.max(...frames).toFixed(2)} ms at most, ${median(frames).toFixed(2)} at the median of ${frames.length}`,
      promised: `at most ${FRAME_MS} ms`,
      passed: Math.max(...frames) <= FRAME_MS,
    })),
  ];
}
