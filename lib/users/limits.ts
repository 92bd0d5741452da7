/**
 * How often an act may be tried. The counters stand in the database, so that every process and every way to an act
 * shares them; their keys are hashed, so that they hold no names and no addresses.
 */
import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "#lib/db";
import { log } from "#lib/log";
import { Refused } from "#lib/verdict";

interface Rate {
  points: number;
  seconds: number;
  /** Whether a process counts by itself while the database does not answer; else the act waits for it. */
  insured?: boolean;
}

const RATES = {
  /** One person at one network: ten slips are ample, and ten guesses a quarter of an hour are hopeless. */
  signIn: { points: 10, seconds: 15 * 60 },
  /** One person from everywhere: slows a guess from many networks. It passes within the hour, so nobody is locked out. */
  signInPerson: { points: 100, seconds: 60 * 60 },
  /** One network at all persons: a school of 35 behind one address may each fail five times. */
  signInNetwork: { points: 175, seconds: 15 * 60 },
  /** One network: a class of 35 within a minute, and two more within the hour. */
  join: { points: 105, seconds: 60 * 60 },
  /** One person or, of who is not signed in, one network with wrong class codes: 35 pupils who each mistype it twice. A right one is given back. */
  classCode: { points: 20, seconds: 60 * 60 },
  classCodeNetwork: { points: 105, seconds: 60 * 60 },
  /** One network with wrong login cards: a class of 35 who each mistype theirs twice. A right one is given back. */
  card: { points: 105, seconds: 60 * 60 },
  /** One network's ways in from a learning platform: three classes of 35 who each go in and out twice, in two requests each. */
  platform: { points: 420, seconds: 10 * 60, insured: true },
  /** One mailbox: whoever loses a letter asks twice, and nobody's mailbox is filled through us. */
  letter: { points: 5, seconds: 60 * 60 },
  /** One network asking for letters: a class that has forgotten its passwords. */
  letterNetwork: { points: 70, seconds: 60 * 60 },
  /** One person's own data: it reads much at once. */
  ownData: { points: 10, seconds: 60 * 60 },
  /** One network, without a password: a class within a minute, each trying two people. */
  demo: { points: 70, seconds: 60 },
  /** One person: a program posts a prepared debate of 300 at once, nobody writes that fast. */
  post: { points: 300, seconds: 10 * 60, insured: true },
  /** One person marking what is argued badly: a class discussion marks a thread of a hundred within the hour. */
  mark: { points: 120, seconds: 60 * 60, insured: true },
  /** One person's decisions with claims and undoings: two hundred within ten minutes, by keys alone, three requests each. */
  judge: { points: 900, seconds: 10 * 60, insured: true },
  /** One person reporting conduct: whoever reads a whole raid reports some tens of posts, nobody hundreds a day. */
  flag: { points: 60, seconds: 24 * 60 * 60, insured: true },
  /** One person's forms ask at most every 0.6 seconds, and whoever writes pauses: a whole minute in two windows. */
  compose: { points: 120, seconds: 60, insured: true },
  /** One person's pages tell what was read every few seconds: a whole minute in five windows. */
  see: { points: 120, seconds: 60, insured: true },
  /** One person: each file takes a reader a second or two, and nobody looks through more than four a minute. */
  read: { points: 40, seconds: 10 * 60, insured: true },
  /** One person: each reads and keeps a whole thread, and a teacher freezes thirty at a deadline. */
  snapshot: { points: 40, seconds: 60 * 60, insured: true },
  /** One person, one key for each argument: a whole thread weighed at one a second, and some changed. */
  rate: { points: 600, seconds: 10 * 60, insured: true },
} satisfies Record<string, Rate>;

export type Limit = keyof typeof RATES;

/** By the pool they count in: who disconnects and connects again has another. */
const limiters = new WeakMap<Pool, Map<Limit, RateLimiterPostgres>>();

function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(pool()) ?? new Map<Limit, RateLimiterPostgres>();
  limiters.set(pool(), known);
  const made = known.get(limit) ?? make(limit);
  known.set(limit, made);
  return made;
}

function make(limit: Limit): RateLimiterPostgres {
  const { points, seconds: duration, insured }: Rate = RATES[limit];
  return new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit,
    points,
    duration,
    insuranceLimiter: insured ? new RateLimiterMemory({ keyPrefix: limit, points, duration }) : undefined,
  });
}

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/**
 * Counts one try.
 * @throws Refused `too-many` beyond the rate, `database-unavailable` where nothing can be counted.
 */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(hashed(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) {
      log.warn("a limit could not be counted", { limit, error });
      throw new Refused("database-unavailable", { ground: "unavailable" });
    }
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Refused("too-many", { ground: "too-many", values: { seconds }, details: { retryAfter: seconds } });
  }
}

/** Takes one try back: it was honest. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(hashed(key));
}
