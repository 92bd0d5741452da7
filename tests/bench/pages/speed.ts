import { readdirSync, readFileSync, statSync } from "node:fs";
import autocannon from "autocannon";
import type { Measured } from "./pages.ts";

/** More than the spread of two runs on two cores that the load shares; the store was tried at twenty times and more. */
const TIMES = 5;

async function load(url: string) {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: 10,
    duration: 8,
    headers: { "accept-encoding": "br, gzip" },
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} failed`);
  return { perSecond: Math.round(requests.average), p99: latency.p99 };
}

/** What Next serves without rendering: a page that it prerendered, or where there is none its largest script. */
function stillPath(): string {
  const { routes } = JSON.parse(readFileSync(".next/prerender-manifest.json", "utf8")) as {
    routes: Record<string, { dataRoute: string | null }>;
  };
  const page = Object.keys(routes).find((path) => routes[path]?.dataRoute && !path.startsWith("/_"));
  if (page) return page;
  const chunks = ".next/static/chunks";
  const bytes = (name: string) => statSync(`${chunks}/${name}`).size;
  const scripts = readdirSync(chunks).filter((name) => name.endsWith(".js"));
  return `/_next/static/chunks/${scripts.toSorted((a, b) => bytes(b) - bytes(a))[0]}`;
}

/** A stored page under load, beside what Next serves without rendering, in the same run. */
export async function speed(base: string, path: string): Promise<Measured> {
  const still = stillPath();
  for (const warm of [path, still]) await (await fetch(base + warm)).arrayBuffer();
  const stored = await load(base + path);
  const served = await load(base + still);
  const times = stored.perSecond / served.perSecond;
  return {
    name: "a thread's page from memory",
    figures:
      `${stored.perSecond} a second, p99 ${stored.p99} ms; ` +
      `${still} by Next ${served.perSecond} a second, p99 ${served.p99} ms: ${times.toFixed(1)} times`,
    promised: `at least ${TIMES} times what Next serves without rendering`,
    passed: times >= TIMES,
  };
}
