/**
 * How much may be read that is rendered for who asks: by a person, and of those who are not signed in by a network. Pages
 * from the store cost nothing and are not counted. Each process counts by itself and in memory: a row written for each page
 * that is read would cost more than the page.
 */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

interface Rate {
  points: number;
  seconds: number;
}

/** A class of 35 sits behind one address, and must never notice. */
const RATES = {
  /** Each of a class turns a page every three seconds for a whole minute, and none of them is stored: 35 × 20, and some. */
  page: { points: 900, seconds: 60 },
  /** Each of a class searches every six seconds: 35 × 10, and some. */
  search: { points: 400, seconds: 60 },
  /** Each of a class takes four files home within ten minutes. One of a vast thread keeps a processor for seconds. */
  file: { points: 150, seconds: 10 * 60 },
} satisfies Record<string, Rate>;

type Kind = keyof typeof RATES;

const FILES =
  /^\/(?:api\/v1\/threads\/[^/]+\/(?:export|bibliography)|api\/v1\/log|log\/csv|api\/making|api\/own-data|t\/[^/]+\/(?:export|bibliography))(?:\/|$)/;
const SEARCHES = /^\/(?:api\/v1\/)?search$/;
/** What costs next to nothing: the build's own files, and who is looking, which every stored page asks. */
const FREE = /^\/(?:_next\/|api\/(?:viewer|health|live)$|[^/]+\.(?:ico|png|svg|webmanifest)$)/;

/** What an address costs; null where it is free. Pure. */
export function kindOf(path: string): Kind | null {
  if (FREE.test(path)) return null;
  if (SEARCHES.test(path)) return "search";
  return FILES.test(path) ? "file" : "page";
}

/** Counts; gives how many seconds somebody must wait who has had enough, and 0 for everybody else. */
export function readingLimits(): (kind: Kind, reader: string) => Promise<number> {
  const made = Object.entries(RATES).map(([kind, { points, seconds: duration }]) => [
    kind,
    new RateLimiterMemory({ keyPrefix: kind, points, duration }),
  ]);
  const limiters = Object.fromEntries(made) as Record<Kind, RateLimiterMemory>;
  return async (kind, reader) => {
    try {
      await limiters[kind].consume(reader);
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  };
}
