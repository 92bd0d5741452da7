import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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

/** What Next serves without rendering: the largest page it prerendered, or where it prerendered none its largest script. */
async function stillPath(base: string): Promise<string> {
  const manifest = ".next/prerender-manifest.json";
  const routes = existsSync(manifest) ? Object.keys(JSON.parse(readFileSync(manifest, "utf8")).routes ?? {}) : [];
  const pages = await Promise.all(
    routes.map(async (path) => {
      const answer = await fetch(base + path);
      return { path, bytes: answer.ok ? (await answer.arrayBuffer()).byteLength : 0 };
    }),
  );
  const scripts = readdirSync(".next/static/chunks")
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ path: `/_next/static/chunks/${name}`, bytes: statSync(`.next/static/chunks/${name}`).size }));
  const found = pages.filter(({ bytes }) => bytes > 0);
  const largest = (found.length > 0 ? found : scripts).toSorted((a, b) => b.bytes - a.bytes)[0];
  if (!largest) throw new Error("nothing is built");
  return largest.path;
}

/** A stored page under load, beside what Next serves without rendering, in the same run. */
export async function speed(base: string, path: string): Promise<Measured> {
  const still = await stillPath(base);
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
