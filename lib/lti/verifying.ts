/** Whether a message is the platform's: its signature, its times, for whom it is. */
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from "jose";
import { ZodError } from "zod";
import { log } from "#lib/log";
import { askPlatform, type Network } from "#lib/lti/asking";
import { type Message, messageOf } from "#lib/lti/claims";
import { ALGORITHM } from "#lib/lti/keys";
import { Refused } from "#lib/verdict";

/** Clocks of schools' servers differ by less; messages live for minutes. */
const CLOCK_SECONDS = 60;
/** A message is made for the browser that is on its way here. */
const AGE_MAX = "10m";
/** A key that we don't know is looked for once; within so long what is unknown stays so, whoever asks how often. */
const COOLDOWN_MS = 30_000;
/** Platforms change keys by publishing the new one beside the old. */
const KEEP_MS = 10 * 60_000;

/** Whatever is wrong with a message: one refusal; the log says what, and nothing of the message. */
export const unfit = () => new Refused("platform-message-unfit", { ground: "unauthenticated" });

type KeySet = ReturnType<typeof createRemoteJWKSet>;
const sets = new WeakMap<Network, Map<string, KeySet>>();

/** A platform's keys, kept by the process. */
function keysAt(address: string, network: Network): KeySet {
  const known = sets.get(network) ?? new Map<string, KeySet>();
  sets.set(network, known);
  const set = known.get(address) ?? remote(address, network);
  known.set(address, set);
  return set;
}

const remote = (address: string, network: Network): KeySet =>
  createRemoteJWKSet(new URL(address), {
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: KEEP_MS,
    [customFetch]: async (url) => {
      const { status, json } = await askPlatform(
        url,
        { method: "GET", headers: { accept: "application/json" } },
        network,
      );
      return Response.json(json, { status });
    },
  });

export interface Issuing {
  issuer: string;
  clientId: string;
  jwksUrl: string;
}

/**
 * What a platform's signed message says.
 * @throws Refused `platform-message-unfit`, `platform-unanswered`
 */
export async function verify(token: string, platform: Issuing, network: Network): Promise<Message> {
  try {
    const { payload } = await jwtVerify(token, keysAt(platform.jwksUrl, network), {
      algorithms: [ALGORITHM],
      issuer: platform.issuer,
      audience: platform.clientId,
      clockTolerance: CLOCK_SECONDS,
      maxTokenAge: AGE_MAX,
      requiredClaims: ["exp", "iat", "nonce", "sub"],
    });
    if (!isForUsAlone(payload, platform.clientId))
      throw new errors.JWTClaimValidationFailed("audience", payload, "aud");
    return messageOf(payload);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const why = error instanceof errors.JOSEError ? error.code : error instanceof ZodError ? placesOf(error) : "fault";
    log.warn("a platform's message was refused", { issuer: platform.issuer, why });
    throw unfit();
  }
}

/** Whom else it is for we don't know, so nobody else it may be for; who asked for it must be us. */
const isForUsAlone = ({ aud, azp }: JWTPayload, clientId: string): boolean =>
  [aud].flat().every((one) => one === clientId) && (azp === undefined || azp === clientId);

const placesOf = (error: ZodError): string => error.issues.map(({ path }) => path.join(".")).join(", ");
