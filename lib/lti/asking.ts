/** What we ask a platform for: as guarded as an article's address, since a platform's addresses are somebody's word too. */

import { env } from "#lib/env";
import { log } from "#lib/log";
import { checkedAddress } from "#lib/sources/fetching/address";
import { type Asking, ask, NETWORK, type Network } from "#lib/sources/fetching/ask";
import { bodyOf } from "#lib/sources/fetching/body";
import { Refused } from "#lib/verdict";

export { NETWORK, type Network };

/** A page of a roster of thousands; keys and tokens have a few thousand bytes. */
const ANSWER_BYTES = 2 * 2 ** 20;
/** For one answer; a reader waits for the keys. */
const ASK_MS = 8_000;

/** Whatever is wrong with a platform's address or answer: one refusal, and the log says which. */
export const unanswered = () => new Refused("platform-unanswered", { ground: "unavailable" });

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Parsed; null where there is no JSON. */
  json: unknown;
}

/**
 * Asks one address of a platform. It leads nowhere else: what answers with a redirect has not answered.
 * @throws Refused `platform-unanswered` for inner hosts, other ports, silence, too much, and any status but 2xx
 */
export async function askPlatform(address: string, asking: Asking, network: Network = NETWORK): Promise<Answer> {
  try {
    const answer = await ask(checkedAddress(address, env().APP_URL), AbortSignal.timeout(ASK_MS), network, {
      ...asking,
      headers: { "user-agent": "Grounds", ...asking.headers, ...lengthOf(asking.body) },
    });
    const { statusCode: status = 0, headers } = answer;
    const body = await bodyOf(answer, ANSWER_BYTES);
    if (status < 200 || status > 299) throw new Error(`status ${status}`);
    return { status, headers, json: jsonOf(body.toString("utf8")) };
  } catch (error) {
    // Its host alone: what follows may name a person.
    log.warn("a platform did not answer", { host: URL.parse(address)?.host, error });
    throw unanswered();
  }
}

const lengthOf = (body: string | undefined): Record<string, string> =>
  body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
