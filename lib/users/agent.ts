/** What a browser's own description says of it, as far as a person needs it to tell their browsers apart. */

/** In this order: each also names those after it, to be let in where they are. */
const BROWSERS: [string, RegExp][] = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /(?:Chrome|CriOS|Chromium)\//],
  ["Safari", /\bSafari\//],
];

const SYSTEMS: [string, RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
];

const first = (agent: string, known: [string, RegExp][]) => known.find(([, sign]) => sign.test(agent))?.[0] ?? null;

export const browserOf = (agent: string): { browser: string | null; system: string | null } => ({
  browser: first(agent, BROWSERS),
  system: first(agent, SYSTEMS),
});
