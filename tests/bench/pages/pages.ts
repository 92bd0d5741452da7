/** How fast a public page is served, and whether anything old is served after a change. */
import { served } from "./served.ts";
import { speed } from "./speed.ts";
import { staleness } from "./staleness.ts";

export interface Measured {
  name: string;
  figures: string;
  promised: string;
  passed: boolean;
}

/** Two of the seed's cast who may argue. */
const WRITERS = ["tomasz", "leilani"];

export async function bench(): Promise<Measured[]> {
  return served(async ({ bases, tokenOf }) => {
    const base = bases[0] ?? "";
    const { items } = (await (await fetch(`${base}/api/v1/threads`)).json()) as { items: { slug: string }[] };
    const slug = items[0]?.slug;
    if (!slug) throw new Error("the seed has no thread");
    // In this order: the writes make the page longer.
    const fast = await speed(base, `/t/${slug}`);
    const tokens = await Promise.all(WRITERS.map(tokenOf));
    return [fast, await staleness(bases, tokens, slug)];
  });
}
